"""Channels, loaded by class path from ``credentials.yml``."""
