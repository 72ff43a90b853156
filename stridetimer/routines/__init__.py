"""Routine files: finding them, reading them, saying what is wrong with them.

What others use:

- :mod:`~stridetimer.routines.locate`: where routines are, by name or path.
- :mod:`~stridetimer.routines.reader`: ``read`` and ``read_file``, from text to a
  :class:`~stridetimer.core.routine.Routine` or to every problem of the file.
- :mod:`~stridetimer.routines.known`: the same for a file that may not have changed since.
- :mod:`~stridetimer.routines.problems`: a problem and how it is shown.
- :mod:`~stridetimer.routines.schema`: the JSON Schema for editors, made from the model.
- :mod:`~stridetimer.routines.published`: the same as a file, and its copy beside the routines.

A file goes through ``content`` (place to bytes), ``source`` (bytes to safe text), ``compose`` (text
to ``nodes`` that know their places, with ``merges``), ``rules`` and ``model`` (what is allowed),
``build`` (what it means) and ``bounds`` (not too much). A model has ``fields``, each read as one of
``values`` or ``choices``; what comes of it all is a ``reading``, and every scalar is text until the
field that holds it says what it means. Importing this package, ``locate``, ``known``, ``problems``
or ``published`` loads neither YAML nor pydantic; ``reader`` and ``schema`` do. ``known`` loads no
more than a routine that has not changed needs.

What is wrong is put into ``findings``, in words: ``syntax`` for what YAML minds, ``wording`` for
what pydantic does, with ``items`` called by their names and what to ``suggest``. ``slips`` warns,
also of ``sound_files``; ``characters`` makes safe to show.

Beside the reader: ``quick``, a session said in one line (``spoken``, ``misreading``,
``wrong_order``); ``writer`` and ``renaming``, from a routine to its file; ``digests``, what lists
remember; ``sane``, whether what was kept can be believed; ``watching``.
"""
