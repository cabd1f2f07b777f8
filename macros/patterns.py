"""Texts of a fixed form, and what to say of one that has another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import StringConstraints

# The site's own address has pages put behind it: a host, a port, folders, and nothing else.
HOME_ADDRESS = (
    r"^https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,4}|:[1-5][0-9]{4})?(?:/[A-Za-z0-9._~-]+)*/?$"
)
WEB_ADDRESS = r"^https?://[^\s/@]+(/[^\s]*)?$"
HTTPS_ADDRESS = r"^https://[^\s]+$"
# A whole address and nothing in it that could end a directive of the policy.
SAFE_ADDRESS = r"^https://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*/?$"
PATH = r"^[a-z0-9][a-z0-9._~-]*(/[a-z0-9][a-z0-9._~-]*)*/?$"
EMAIL = r"^[^\s@]+@[^\s@]+\.[^\s@]+$"
COLOUR = r"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"
LANGUAGE_TAG = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
DIGEST = r"^[0-9a-f]{12}$"
DIGESTS = r"^[0-9a-f]{12}( [0-9a-f]{12})?$"

HomeAddress = Annotated[str, StringConstraints(pattern=HOME_ADDRESS)]
WebAddress = Annotated[str, StringConstraints(pattern=WEB_ADDRESS)]
HttpsAddress = Annotated[str, StringConstraints(pattern=HTTPS_ADDRESS)]
SafeAddress = Annotated[str, StringConstraints(pattern=SAFE_ADDRESS)]
PathBelow = Annotated[str, StringConstraints(pattern=PATH)]
Email = Annotated[str, StringConstraints(pattern=EMAIL)]
Colour = Annotated[str, StringConstraints(pattern=COLOUR)]
LanguageTag = Annotated[str, StringConstraints(pattern=LANGUAGE_TAG)]
Digest = Annotated[str, StringConstraints(pattern=DIGEST)]
Digests = Annotated[str, StringConstraints(pattern=DIGESTS)]

# Of each pattern what a text is not that does not keep to it, and what to do. Those of ids are not here.
SENTENCES: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(
        (HOME_ADDRESS, WEB_ADDRESS, HTTPS_ADDRESS, SAFE_ADDRESS),
        ("a web address", "Write it whole, beginning with `https://`."),
    ),
    PATH: ("an address below the language", "Write it as in `vaerktoejer/styregruppe/`: a–z, 0–9, `-` and `/`."),
    EMAIL: ("an e-mail address", "Write it as in `navn@kommune.example`."),
    COLOUR: ("a colour", "Write it in single quotes, as in `'#9c1646'`: three or six of 0–9 and a–f."),
    LANGUAGE_TAG: ("the code of a language", "Write it as in `da`, `sv` or `en`."),
    DIGEST: ("a digest", "Take the line away; `kit local accept` writes it."),
    DIGESTS: ("a digest, or two", "Take the line away; `kit translations accept` writes it."),
}
