"""What the person has settled, and what the program keeps for the next time.

- :mod:`~stridetimer.settings.model`: every setting of ``config.yaml``, declared once.
- :mod:`~stridetimer.settings.reader`: from the file to :class:`Settings`, or to every problem.
- :mod:`~stridetimer.settings.state`: what is kept without being asked for, such as the volume.

Where there is no file nothing is loaded but the defaults.
"""
