"""What can play cues, by the names a person gives."""

AUTO = "auto"
"""Whatever plays here."""
BELL = "bell"
"""The terminal's bell, with a flash of the screen."""
SILENT = "silent"
"""Nothing."""

BACKENDS = (
    "miniaudio",
    "simpleaudio",
    "pw-play",
    "paplay",
    "aplay",
    "afplay",
    "winsound",
)
"""In the order in which they are tried, which is that of ``docs/sound.md``'s measurements."""

CHOICES = (AUTO, *BACKENDS, BELL, SILENT)
"""All that ``--audio`` and ``audio:`` take."""
