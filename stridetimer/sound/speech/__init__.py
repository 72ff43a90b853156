"""A voice: what it says, who speaks, and the files that come of it, made before they are due."""
