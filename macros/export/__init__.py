"""Blank copies of the checklists to take away, made while the site is built."""
