"""What the keys do: every command that has one, declared once, and the keys a person gave it.

- :mod:`~stridetimer.keys.names`: how keys are called, written and shown.
- :mod:`~stridetimer.keys.command`: one command.
- :mod:`~stridetimer.keys.commands`: all of them, screen by screen.
- :mod:`~stridetimer.keys.keymap`: which keys hold, and what is wrong with a wish for others.

Nothing here knows the screens: a session as text has the same keys.
"""
