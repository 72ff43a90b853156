"""What was performed: written as it happens, kept whatever happens, and read again."""
