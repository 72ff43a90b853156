"""The command line: commands, exit codes, plain and JSON output.

Everything heavy is imported where it is used, so that each command costs what it needs.

- A command line is carried out by ``main``, with ``commands`` and their ``options`` (two have
  modules of their own: ``quick_command``, ``import_command``). ``failure`` has the exit codes,
  ``output`` is where it writes, ``standard_input`` what is piped in.
- A session: ``sessions`` finds it, ``way`` is how it is wanted, and ``conducting`` finds who leads
  through it, with ``sound`` and ``records``; ``status`` is the file it may keep. It is shown on
  ``screens``; or else ``follow`` and ``live`` take ``inputs``, which are ``orders`` or keys
  (``keyboard``, ``pressing``), and say what happens in ``plain`` lines or as JSON (``wire``).
- What the screens ask of the disk: ``shelf``, ``past`` and ``diary``.
- The other commands: ``checking``, ``history``, ``importing``, ``keys``, ``quick``, ``reports``,
  ``sounds`` and ``writing``; they share ``finding``, ``keeping`` and ``table``.
"""
