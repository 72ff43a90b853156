"""What the keys do: every command that has one, declared once, and the keys a person gave it.

- :mod:`~stridetimer.keys.names`: how keys are called, written and shown.
- :mod:`~stridetimer.keys.command`: one command.
- :mod:`~stridetimer.keys.session`, :mod:`~stridetimer.keys.library`,
  :mod:`~stridetimer.keys.history`, :mod:`~stridetimer.keys.editor`: those of each place;
  :mod:`~stridetimer.keys.everywhere`: those that are the same in all.
- :mod:`~stridetimer.keys.groups`: all of them, and which can be had together.
- :mod:`~stridetimer.keys.keymap`: which keys hold, and what is wrong with a wish for others.
- :mod:`~stridetimer.keys.digits`: a number that is typed before a key.
- :mod:`~stridetimer.keys.guard`: a finger that stayed on a key.
- :mod:`~stridetimer.keys.unlocking`: the two keys that unlock all others.
- :mod:`~stridetimer.keys.burst`: text that was pasted, and comes as if it had been typed.

Nothing here knows the screens: a session as text has the same keys.
"""
