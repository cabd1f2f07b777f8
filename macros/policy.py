"""What a page may load and do: the content security policy, and the headers that carry it."""

from __future__ import annotations

from collections.abc import Mapping

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


def htaccess() -> str:
    """The headers as `.htaccess`, which Apache reads where `AllowOverride` lets it."""
    lines = ["<IfModule mod_headers.c>"]
    lines += [f'  Header always set {name} "{value}"' for name, value in HEADERS.items()]
    lines += [
        f"  <If \"%{{REQUEST_URI}} =~ m#/assets/#\">\n    Header set Cache-Control \"{YEAR}\"\n  </If>",
        "</IfModule>",
        "ErrorDocument 404 /404.html",
    ]
    return "\n".join(lines) + "\n"
