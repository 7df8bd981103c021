"""SQLite: open and migrate, one repository a table, backup."""
