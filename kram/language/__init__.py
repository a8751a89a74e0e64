"""From what people type to mentions with negation, person and time."""
