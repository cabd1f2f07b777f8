"""The shape of `site.yml` and `local/site.yml`: what a site owner may want to change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from macros.fields import Date, LanguageCode, Slug, Strict, Text, TimeZone, Words, YesNo
from macros.patterns import Colour, Email, HomeAddress, SafeAddress, WebAddress


class Accessibility(Strict):
    """What the site's owner says about its accessibility; what is left out, the page says is missing."""

    conformance: Literal["full", "partial", "none"] | None = Field(
        None, description="How far the site keeps to the law, by the owner's own assessment."
    )
    shortcomings: tuple[Words, ...] = Field((), description="What on the owner's own pages is not accessible.")
    tested: Date | None = Field(None, description="When the site was assessed; at most a year ago.")
    updated: Date | None = Field(None, description="When the statement last changed.")
    method: Words | None = Field(None, description="How the site was assessed, and by whom: oneself, or others.")
    contact: Slug | None = Field(None, description="Who answers to shortcomings: a role among the contacts.")
    remedy: WebAddress | None = Field(None, description="Where to complain; for Swedish, Digg's form when left out.")
    burden: Words | None = Field(None, description="What would be a disproportionate burden to mend, and why.")
    outside: Words | None = Field(None, description="What the law does not ask of the site, as in old documents.")


class Language(Strict):
    """What the site is called in one language, and where its tools lie."""

    name: Words = Field(description="The language's own name for itself, as in `Dansk`.")
    site_name: Words
    description: Words = Field(description="One sentence for search engines and the foot of each page.")
    sender: Words = Field(description="Who stands behind the site.")
    owner: Words | None = Field(None, description="The authority that answers for the site by law.")
    tools: Slug = Field(
        description="The folder of the tool pages below `docs/<language>/`, which is also their address."
    )
    statement: WebAddress | None = Field(
        None, description="Where the accessibility statement stands, when that is not a page of this site."
    )
    accessibility: Accessibility | None = Field(
        None, description="What the statement on the site's own page says; for Swedish municipalities."
    )
    timezone: TimeZone = Field("Europe/Copenhagen", description="For meetings in calendars, as in `Europe/Stockholm`.")
    fallback: LanguageCode | None = Field(
        None,
        description="What readers get where it has no words yet; for a municipality's own, the first language. "
        "A shared one without it is to have everything.",
    )


class Contact(Strict):
    """A role that readers can turn to. The only place for an address is here."""

    title: Text
    email: Email | None = None
    phone: Words | None = None
    url: WebAddress | None = None


class Admin(Strict):
    """The form for editing, published with the site."""

    forge: Literal["github", "gitlab", "gitea", "forgejo"] = Field(description="What `repository` is on.")
    app: Words | None = Field(None, description="The application's id at GitLab, Gitea or Forgejo; no secret.")
    login: SafeAddress | None = Field(None, description="Where your OAuth proxy answers; only GitHub needs one.")


class Hidden(Strict):
    """Tools and pages that are not shown; links to them become plain words."""

    tools: tuple[Slug, ...] = Field((), description="Ids of tools, as in `budget-process`.")
    pages: tuple[Slug, ...] = Field((), description="The `pair` words of pages, as in `theme-goals`.")


class Shades(Strict):
    """One colour in both palettes; the one that is not given stays as it is."""

    light: Colour | None = Field(None, description="In single quotes, as in `'#9c1646'`.")
    dark: Colour | None = Field(None, description="For readers who want it dark, as in `'#f0769c'`.")


class Colours(Strict):
    """The colours that can be the municipality's own; all others follow from them, or stay."""

    thread: Shades | None = Field(None, description="The one accent: lines, nodes, underlines and focus.")
    paper: Shades | None = Field(None, description="The ground of all pages.")
    ink: Shades | None = Field(None, description="The text.")


class Logo(Strict):
    """A logo for the head of the pages, and for paper."""

    light: Words = Field(description="The file below `local/assets/`: svg, png or webp, for a light ground.")
    dark: Words | None = Field(None, description="The same for a dark ground, when the first does not show there.")
    alt: Text = Field(description="Whose it is, for those who cannot see it, as in `Solby Kommune`.")
    ring: YesNo = Field(False, description="`true` keeps the ring of the thread beside it.")


class Site(Strict):
    """What a site owner may want to change."""

    address: HomeAddress = Field(description="Where the site will stand, with `/` at the end.")
    repository: WebAddress | None = Field(None, description="The project's page at the forge, for “edit this page”.")
    branch: Words = "main"
    forge: Literal["github", "gitlab", "forgejo"] | None = Field(
        None, description="What lies at `repository`, where its host does not tell; `forgejo` stands for Gitea, too."
    )
    feedback: WebAddress | None = Field(None, description="Where “report an error” leads.")
    robots: Literal["index", "noindex"] = Field("index", description="Whether search engines may list the site.")
    canonical: Literal["own", "shared"] | None = Field(
        None,
        description="Whose pages are the originals for search engines, where a page is unchanged; else `shared`.",
    )
    admin: Admin | None = Field(None, description="Publishes the form for editing at `/admin/`; off when left out.")
    logo: Logo | None = None
    colours: Colours | None = None
    languages: Mapping[str, Language] = Field(min_length=1, description="The languages that texts can be in.")
    build: tuple[str, ...] = Field(
        (), description="The languages to build, in the order shown; without it, all of them."
    )
    order: tuple[Slug, ...] = Field((), description="The phases in the order shown; others follow as they were.")
    hidden: Hidden = Field(default_factory=Hidden, description="Tools and pages that are not shown.")
    contacts: Mapping[Slug, Contact]

    @property
    def built(self) -> dict[str, Language]:
        """The languages to build, by code."""
        return {code: self.languages[code] for code in self.build or self.languages if code in self.languages}

    @property
    def first(self) -> str:
        """The code of the language that comes first of all that texts can be in."""
        return next(iter(self.languages))

    @property
    def whole(self) -> tuple[str, ...]:
        """The built languages that are to have everything: those that no other stands in for."""
        return tuple(code for code, language in self.built.items() if not language.fallback)

    @property
    def root(self) -> str:
        """The address with one `/` at the end."""
        return self.address.rstrip("/") + "/"

    @property
    def unlisted(self) -> bool:
        """Whether search engines are to leave the site alone."""
        return self.robots == "noindex"
