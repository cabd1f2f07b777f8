"""The editors' guide: the tool that it tells about, and what takes its pictures (`make pictures`)."""
