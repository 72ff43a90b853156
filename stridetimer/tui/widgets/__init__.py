"""One file per widget of our own."""
