"""The work day as it goes: how far it is, what can be done about it, in every place alike."""
