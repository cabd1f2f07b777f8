"""Languages in step: which part of a tool or a page is translated from which text, and whether that has moved on."""
