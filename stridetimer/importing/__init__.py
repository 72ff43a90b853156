"""Routines from the files of other programs, one small module for each of them.

:mod:`~stridetimer.importing.registry` knows them all and finds by its content which one a file is
for. An importer takes a :class:`~stridetimer.importing.importer.Source` and gives routines, each
with what could not be carried over. Nothing of a file is trusted: text is made harmless, numbers
have bounds, and a file that makes no sense is refused in one sentence.
"""
