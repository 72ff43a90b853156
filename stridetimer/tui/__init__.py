"""The screens.

``screens/`` has a file for each of them, ``widgets/`` one for each widget of our own. Beside them
lies what is behind them:

- The application: ``run`` has the ways into ``app``, which stands on ``themed``, ``keyed`` and
  ``unforeseen``. ``manner`` is how a person wants it, ``farewell`` how it ended.
- A session: ``stage`` leads from the first step to the summary. ``presenter`` shows what happens,
  ``alarm`` wakes the screen, ``above`` lays others over it; ``notice`` and ``flash`` say and show
  something for a while; ``outward`` keeps ``title`` and status file.
- A moment of it in words: ``face``, out of ``wordings``, ``marks``, ``sign``, ``phase`` and
  ``finish_time``.
- What is drawn: ``glyphs``, ``letters`` and ``discs`` in any size, and with them ``band``,
  ``band_end`` and ``strip``; ``sparing`` repaints no more than what changed.
- The library: an ``entry`` is a routine in it, ``listing`` what stands in its list, by
  ``arrangement`` or ``searching`` (``search_on_demand`` has the line to type in); ``lines`` and
  ``detail`` are what is said of each, and ``caretaker`` keeps all of it up to date.
- What was done: ``diary`` is the history as the screens ask it; ``almanac``, ``outcome``,
  ``last_time``, ``sheet`` and ``when`` tell of it.
- Editing: ``editing`` leads to the person's own editor, by ``lending`` it the terminal, or to ours:
  ``safekeeping`` saves, ``lookout`` finds problems, ``completing`` offers words, ``file_watch``
  notices other programs.
- The terminal: ``quiet`` and ``pasting`` are its driver, ``ending`` and ``continuing`` mind its
  signals; ``theme``, ``sixteen`` and ``no_colour`` are its colours.
- For all of them: ``bindings``, ``palette`` and ``hints`` of keys, ``columns`` of text, ``sized``
  screens, and ``aside``, for threads.
"""
