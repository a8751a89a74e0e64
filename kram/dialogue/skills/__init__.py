"""One module per skill; a skill turns a scene into an outcome."""
