"""Pages and endpoints for people who run or visit the bot: ``/`` and ``/health``."""
