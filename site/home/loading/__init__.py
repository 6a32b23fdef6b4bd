"""Loading `content/`: read, check everything, then store. The format is described in content/README.md."""
