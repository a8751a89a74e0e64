"""Who we talk about, what we know of them, and which answer they get."""
