"""NLU components, loaded by class path from ``config.yml``."""
