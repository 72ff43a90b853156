"""Making and changing routine files, without a screen.

- New files: ``making``, from a ``template`` or another routine,
  by ``names`` that work everywhere.
- The person's own editor: ``external``.
- For ours: ``saving`` and ``drafts``; ``checking`` while one types; ``colours`` and ``indenting``;
  and ``completion``, for which ``situation`` says what can be written at a place, as ``lines``,
  ``outline`` and ``brackets`` show, and ``vocabulary`` in which words.
"""
