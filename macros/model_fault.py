"""Say what does not fit a model, in the words of the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from macros import days
from macros.anatomy import is_wording, known_keys, shape_at, tags_of
from macros.misfit import Misfit
from macros.naming import name_of
from macros.patterns import SENTENCES
from macros.problem import listed, nearest, shown
from macros.quotes import COLON, in_quotes
from macros.slug import slug

LIST_SHAPE = "Write one on each line, with `- ` before it."
WORDING_SHAPE = "Write it once for each language, as in `da: …` and `sv: …`."
ONE_TEXT = "Write one text; a text with a colon in it, or a bracket before it, needs single quotes."
# What is named by the key that says which of several shapes it has.
TAGGED: Mapping[str, str] = {"kind": "a kind of checklist", "op": "an op"}
Sentence = tuple[str, str]


def fault_of(one: Misfit) -> Sentence:
    """Return what is wrong, and what to do."""
    if one.of_key:
        remedy = "Write it in lower case, as in `da` or `steering-group`."
        return f"`{shown(one.loc[-1])}` is not right as a key", remedy
    if one.kind in ABOUT_KEYS:
        return ABOUT_KEYS[one.kind](one)
    if one.value is None:
        return _empty(one)
    return ABOUT_VALUES.get(one.kind, _otherwise)(one)


def _unknown_key(one: Misfit) -> Sentence:
    return f"`{shown(one.loc[-1])}` is not a known key", nearest(
        str(one.loc[-1]), known_keys(one.data, one.model, one.loc[:-1])
    )


def _missing(one: Misfit) -> Sentence:
    within = f" in {name_of(one.data, one.loc[:-1], 'of')}" if len(one.loc) > 1 else ""
    return f"`{one.loc[-1]}` is missing{within}", ""


def _one_of_several(one: Misfit) -> Sentence:
    tag, known = one.tag, tags_of(shape_at(one.data, one.model, one.loc), one.tag)
    if not isinstance(one.value, dict):
        fault = f"{one.name} is not a checklist" if tag == "kind" else f"{one.name} must have keys of its own"
        return fault, _map_shape(one)
    name = one.value.get(tag)
    if not name:
        return (
            f"`{tag}` is missing in {name_of(one.data, one.loc, 'of')}",
            f"Write `{tag}:` and one of {listed(known)}.",
        )
    if not isinstance(name, str):
        return f"`{tag}` in {name_of(one.data, one.loc, 'of')} must be a text", f"Write one of {listed(known)}."
    return f"`{shown(name)}` is not {TAGGED[tag]}", nearest(name, known)


def _empty(one: Misfit) -> Sentence:
    if not one.loc:
        return "the file is empty", "Write something in it."
    sign = "hyphen" if isinstance(one.loc[-1], int) else "colon"
    return f"{one.name} is empty", f"Write something after the {sign}, or take the line away."


def _choice(one: Misfit) -> Sentence:
    if one.nested:
        return _text(one)
    allowed = [part.strip(" '") for part in str(one.ctx["expected"]).replace(" or ", ", ").split(", ")]
    return f"`{shown(one.value)}` is not a value that {one.name} can have", nearest(str(one.value), allowed)


def _pattern(one: Misfit) -> Sentence:
    of_id = "an id", f"Write it as `{slug(str(one.value))}`: a–z, 0–9, and hyphens between."
    noun, remedy = SENTENCES.get(one.ctx["pattern"], of_id)
    return f"{one.name} is `{shown(one.value)}`, not {noun}", remedy


def _typed(one: Misfit) -> Sentence:
    wanted = {
        "int_type": "must be a whole number",
        "bool_type": "must be `true` or `false`",
        "date_type": "must be a date, as in `2026-11-21`",
    }.get(one.kind, one.said)
    if one.nested:
        return f"{one.name} {wanted}", "Write it on the same line, after the colon."
    remedy = "Use digits only, as in `90`." if one.kind in ("whole", "int_type") else ""
    return f"{one.name} {wanted}, not `{shown(one.value)}`", remedy


def _date(one: Misfit) -> Sentence:
    return _typed(one) if one.nested else days.wrong(one.name, shown(one.value))


def _mapping(one: Misfit) -> Sentence:
    if is_wording(shape_at(one.data, one.model, one.loc)):
        return f"{one.name} is not written by language", WORDING_SHAPE
    return f"{one.name} must have keys of its own", _map_shape(one)


def _map_shape(one: Misfit) -> str:
    keys = known_keys({}, shape_at(one.data, one.model, one.loc), ())[:2] or ["key"]
    return f"Write each on a line of its own, as in {' and '.join(f'`{key}: …`' for key in keys)}."


def _text(one: Misfit) -> Sentence:
    if isinstance(one.value, dict) and len(one.value) == 1:
        (key, rest), *_ = one.value.items()
        if isinstance(rest, str) and slug(str(key)) != key:
            quoted = in_quotes(f"{key}: {rest}")
            return COLON, f"If {one.name} is one text, put it in single quotes{f': `{quoted}`' if quoted else ''}."
    return f"{one.name} must be a text", ONE_TEXT


def _list(one: Misfit) -> Sentence:
    return f"{one.name} must be a list", LIST_SHAPE


def _too_small(one: Misfit) -> Sentence:
    return f"{one.name} is {one.value}, and must be at least {one.ctx['ge']}", "Put in a larger number."


def _too_large(one: Misfit) -> Sentence:
    return f"{one.name} is {one.value}, and must be at most {one.ctx['le']}", "Put in a smaller number."


def _too_few(one: Misfit) -> Sentence:
    return f"{one.name} has too few entries", f"Write at least {one.ctx['min_length']}."


def _too_many(one: Misfit) -> Sentence:
    return f"{one.name} has too many entries", f"Write at most {one.ctx['max_length']}."


def _no_letters(one: Misfit) -> Sentence:
    return f"{one.name} is empty", "Write something between the quotes."


def _too_long(one: Misfit) -> Sentence:
    return f"{one.name} is longer than {one.ctx['max_length']} letters", "Write something shorter."


def _otherwise(one: Misfit) -> Sentence:
    return f"{one.name} does not fit", "Compare it with a file that is right."


ABOUT_KEYS: Mapping[str, Callable[[Misfit], Sentence]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "union_tag_invalid": _one_of_several,
    "union_tag_not_found": _one_of_several,
}
ABOUT_VALUES: Mapping[str, Callable[[Misfit], Sentence]] = {
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    **dict.fromkeys(("whole", "yes_or_no", "clock", "timezone", "int_type", "bool_type"), _typed),
    **dict.fromkeys(("date", "date_type"), _date),
    **dict.fromkeys(("dict_type", "mapping_type", "model_type", "model_attributes_type"), _mapping),
    **dict.fromkeys(("tuple_type", "list_type"), _list),
    "string_type": _text,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
    "too_short": _too_few,
    "too_long": _too_many,
    "string_too_short": _no_letters,
    "string_too_long": _too_long,
}
