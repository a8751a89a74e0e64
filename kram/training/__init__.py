"""The training examples of the intents: reading them, adding one, checking all."""
