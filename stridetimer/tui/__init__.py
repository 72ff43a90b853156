"""The screens: the library of routines, the session, its summary."""
