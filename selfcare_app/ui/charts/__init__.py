"""Charts of one habit; pyqtgraph comes in only with the modules that draw with it."""
