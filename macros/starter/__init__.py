"""What is new begins with: the files of a tool or a page, right at once, and with nothing in them that readers see."""
