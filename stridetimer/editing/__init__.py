"""Making and changing routine files, without a screen.

- :mod:`~stridetimer.editing.making`: new files, from templates or from other routines.
- :mod:`~stridetimer.editing.external`: the editor of the person's own choice.
"""
