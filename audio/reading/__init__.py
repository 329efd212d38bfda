"""The child process that opens files; nothing else may import what is here."""
