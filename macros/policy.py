"""What a page may load and do: the content security policy, and the headers that carry it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

# `frame-ancestors` counts only as a header; the rest also stands in each page, since some hosts set no headers.
DIRECTIVES: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
META = "; ".join(f"{name} {value}" for name, value in DIRECTIVES.items())
# Decap makes functions of text and styles of its own, so the form has a page, and a policy, of its own.
FORM: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self' 'unsafe-eval'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'none'",
    "base-uri": "'none'",
}
HEADER = f"{META}; frame-ancestors 'none'"
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": HEADER,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "browsing-topics=(), camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
YEAR = "public, max-age=31536000, immutable"


def form(forges: Iterable[str] = ()) -> str:
    """The form's policy, which lets it talk to the forge and to nobody else."""
    beyond = "".join(f" {forge}" for forge in forges)
    more = {"connect-src": beyond, "img-src": beyond}
    return "; ".join(f"{name} {value}{more.get(name, '')}" for name, value in FORM.items())


def form_headers(forges: Iterable[str] = ()) -> dict[str, str]:
    """The form's headers; the window where one logs in at the forge may answer it."""
    return {
        **HEADERS,
        "Content-Security-Policy": f"{form(forges)}; frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
        "X-Robots-Tag": "noindex",
    }


def headers_file(languages: Iterable[str], form: Mapping[str, str] | None = None) -> str:
    """The headers as `_headers`, which Netlify, Cloudflare Pages and others read.

    Where two rules fit an address, these hosts send what both say; so beside the form, each folder has its own rule.
    """
    cached = {"Cache-Control": YEAR}
    rules: list[tuple[str, Mapping[str, str]]] = [("/*", HEADERS), ("/assets/*", cached)]
    if form:
        places = ["/", "/404.html", "/was/*", "/data/*", *(f"/{lang}/*" for lang in languages)]
        rules = [*((place, HEADERS) for place in places), ("/assets/*", {**HEADERS, **cached}), ("/admin/*", form)]
    lines = [line for place, headers in rules for line in (place, *(f"  {name}: {headers[name]}" for name in headers))]
    return "\n".join(lines) + "\n"


def htaccess(root: str, languages: Iterable[str], form: Mapping[str, str] | None) -> str:
    """The headers, caching and 404 pages as `.htaccess`, which Apache reads where `AllowOverride` lets it."""
    path = urlsplit(root).path
    lines = ["<IfModule mod_headers.c>"]
    lines += [f'  Header always set {name} "{value}"' for name, value in HEADERS.items()]
    lines += [
        '  Header set Cache-Control "no-cache"',
        f"  <If \"%{{REQUEST_URI}} -strmatch '{path}assets/*'\">",
        f'    Header set Cache-Control "{YEAR}"',
        "  </If>",
        *(_form_rules(path, form) if form else ()),
        "</IfModule>",
        *_not_found(f"{path}404.html"),
    ]
    for lang in languages:
        answers = [f"  {line}" for line in _not_found(f"{path}{lang}/404.html")]
        lines += [f"<If \"%{{REQUEST_URI}} -strmatch '{path}{lang}/*'\">", *answers, "</If>"]
    return "\n".join(lines) + "\n"


def _not_found(page: str) -> list[str]:
    """What answers for what is not there; a folder without a page of its own is refused with 403."""
    return [f"ErrorDocument {code} {page}" for code in (404, 403)]


def _form_rules(path: str, headers: Mapping[str, str]) -> Iterator[str]:
    yield f"  <If \"%{{REQUEST_URI}} -strmatch '{path}admin/*'\">"
    yield from (f'    Header always set {name} "{value}"' for name, value in headers.items())
    yield "  </If>"
