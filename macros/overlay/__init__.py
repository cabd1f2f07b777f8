"""What a municipality changes in the shared content, by id, and what has moved beneath it."""
