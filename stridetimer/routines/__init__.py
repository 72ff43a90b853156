"""Routine files: finding them, reading them, saying what is wrong with them.

What others use:

- :mod:`~stridetimer.routines.locate`: where routines are, by name or path.
- :mod:`~stridetimer.routines.reader`: ``read`` and ``read_file``, from text to a
  :class:`~stridetimer.core.routine.Routine` or to every problem of the file.
- :mod:`~stridetimer.routines.problems`: a problem and how it is shown.
- :mod:`~stridetimer.routines.schema`: the JSON Schema for editors, made from the model.
- :mod:`~stridetimer.routines.published`: the same as a file, and its copy beside the routines.

A file goes through ``source`` (bytes to safe text), ``compose`` (text to nodes that know their
places), ``rules`` and ``model`` (what is allowed) and ``build`` (what it means). Every scalar is
text until the field that holds it says what it means. Importing this package, ``locate``,
``problems`` or ``published`` loads neither YAML nor pydantic; ``reader`` and ``schema`` do.
"""
