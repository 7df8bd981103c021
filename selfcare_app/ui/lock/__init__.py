"""The passphrase in the window: opening locked data, locking what is open, choosing one."""
