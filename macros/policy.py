"""What a page may load and do: the content security policy, and the headers that carry it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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


def headers_file() -> str:
    """The headers as `_headers`, which Netlify, Cloudflare Pages and others read."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items()), "/assets/*", f"  Cache-Control: {YEAR}"]
    return "\n".join(lines) + "\n"


def htaccess(root: str, languages: Iterable[str]) -> str:
    """The headers, caching and 404 pages as `.htaccess`, which Apache reads where `AllowOverride` lets it."""
    path = urlsplit(root).path
    lines = ["<IfModule mod_headers.c>"]
    lines += [f'  Header always set {name} "{value}"' for name, value in HEADERS.items()]
    lines += [
        '  Header set Cache-Control "no-cache"',
        f"  <If \"%{{REQUEST_URI}} -strmatch '{path}assets/*'\">",
        f'    Header set Cache-Control "{YEAR}"',
        "  </If>",
        "</IfModule>",
        f"ErrorDocument 404 {path}404.html",
    ]
    for lang in languages:
        page = f"{path}{lang}/404.html"
        lines += [f"<If \"%{{REQUEST_URI}} -strmatch '{path}{lang}/*'\">", f"  ErrorDocument 404 {page}", "</If>"]
    return "\n".join(lines) + "\n"
