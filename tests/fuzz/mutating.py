"""Files made worse: real ones, with something taken out, put in, doubled, moved or cut off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

# What means something to YAML, to Markdown, to the templates, to a browser or to a codec.
TOKENS: Sequence[bytes] = (
    *(
        b": ",
        b"- ",
        b"'",
        b'"',
        b"|\n",
        b">-\n",
        b"&a ",
        b"*a",
        b"!!x ",
        b"? ",
        b"<<: ",
        b"#",
        b" #",
        b"---\n",
        b"...\n",
    ),
    *(b"[", b"]", b"{", b"}", b",", b"~", b"no", b"12:30", b"010", b"null", b"1e999", b"2026-02-31", b"\\", b"%"),
    *(b"{{", b"}}", b"{%", b"%}", b"{#", b'{{ checklist("set-up") }}', b"{{ term(id=[1]) }}", b"{% raw %}", b"{: #x }"),
    *(b"## A {: #a }\n", b"```\n", b"~~~\n", b"> ", b"| a | b |\n", b"[a](b.md)", b"![](//x)", b"[^1]", b"***", b"__"),
    *(b"<script>", b"<!--", b"-->", b"<!--kit x {}-->", b"&lt;", b"javascript:", b"</p>", b"<a id='x'>"),
    *(
        b"\t",
        b"\r",
        b"\r\n",
        b"\x00",
        b"\x1b",
        b"\xff",
        b"\xc3",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\xc2\xa0",
        b"\xc2\xad",
    ),
    *("\u2028 \u202e \ufdd0 \U0001f600 e\u0301 æøå ÅÄÖ – ” »".encode().split()),
    *(b"x-own", b"set-up", b"right-level", b"ops:\n", b"  - op: set\n", b"    id: ", b"    value: ", b"da", b"sv"),
    *(b"<<<<<<< HEAD\n", b"=======\n", b">>>>>>> x\n", b"a" * 300, b"[" * 60, b"- " * 60, b"> " * 60, b"\n" * 40),
)


def mutated(text: bytes, others: Sequence[bytes], drawn: Random) -> bytes:
    """Return a text that is made worse one to six times; `others` lend pieces."""
    for _ in range(drawn.choice((1, 1, 1, 2, 2, 3, 6))):
        text = drawn.choice(WAYS)(text, others, drawn)
    return text


def _token(text: bytes, others: Sequence[bytes], drawn: Random) -> bytes:
    at = drawn.randrange(len(text) + 1)
    return text[:at] + drawn.choice(TOKENS) + text[at + drawn.choice((0, 0, 1, 3)) :]


def _cut(text: bytes, others: Sequence[bytes], drawn: Random) -> bytes:
    at = drawn.randrange(len(text) + 1)
    return text[:at] + text[at + drawn.randrange(1, 40) :] if drawn.random() < 0.8 else text[:at]


def _lines(text: bytes, others: Sequence[bytes], drawn: Random) -> bytes:
    lines = text.split(b"\n")
    one, other = (drawn.randrange(len(lines)) for _ in range(2))
    way = drawn.randrange(5)
    if way == 0:
        lines[one], lines[other] = lines[other], lines[one]
    elif way == 1:
        lines.insert(other, lines[one])
    elif way == 2:
        del lines[one : one + drawn.randrange(1, 6)]
    elif way == 3:
        lines[one] = b" " * drawn.randrange(9) + lines[one].lstrip(b" ")
    else:
        lines[one:one] = lines[other : other + drawn.randrange(1, 12)]
    return b"\n".join(lines)


def _lent(text: bytes, others: Sequence[bytes], drawn: Random) -> bytes:
    other = drawn.choice(others)
    begin, at = drawn.randrange(len(other) + 1), drawn.randrange(len(text) + 1)
    return text[:at] + other[begin : begin + drawn.randrange(1, 200)] + text[at:]


def _byte(text: bytes, others: Sequence[bytes], drawn: Random) -> bytes:
    at = drawn.randrange(len(text) + 1)
    return text[:at] + bytes([drawn.randrange(256)]) + text[at + 1 :]


WAYS: Sequence[Callable[[bytes, Sequence[bytes], Random], bytes]] = (_token, _token, _cut, _lines, _lines, _lent, _byte)
