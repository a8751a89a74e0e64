"""What runs inside the Rasa server: NLU components, channels, stores, ops pages, command line."""
