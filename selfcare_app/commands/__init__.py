"""The commands, a module for each group of them, each imported only when it is run."""
