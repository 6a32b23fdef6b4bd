"""Papers: geometry, fonts and the one place where WeasyPrint is called."""
