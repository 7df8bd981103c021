"""The Settings page: every declared setting, and what else there is to arrange."""
