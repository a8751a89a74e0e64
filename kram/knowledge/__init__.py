"""Loading, checking and finding the content of ``knowledge/``."""
