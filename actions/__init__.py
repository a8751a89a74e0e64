"""What runs in the action server: one module per action, thin over `kram`."""
