"""What a forge is asked to look at: the content, the links, the dates of review and the packages."""
