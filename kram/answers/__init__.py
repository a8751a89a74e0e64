"""The Answer and how it is composed."""
