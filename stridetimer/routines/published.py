"""The JSON Schema as it is published: a file of the package, and one beside a person's routines.

An editor finds it by the first line of a routine, :data:`SCHEMA_LINE`. The file is made from the
model by ``docs/make_schema.py``, so that neither printing nor copying it has to load the model.

:func:`schema_beside` is called where routines are written or shown: by the commands that make or
edit a routine, and when the library opens.
"""

from pathlib import Path

from stridetimer import files

SCHEMA = "routine.schema.json"
"""What the file is called, here and beside routines."""

SCHEMA_LINE = f"# yaml-language-server: $schema=./{SCHEMA}"
"""The line of a routine by which an editor knows its schema."""

PUBLISHED = Path(__file__).with_name(SCHEMA)
"""The schema that came with this version."""


def schema_beside(folder: Path) -> bool:
    """Have the schema of this version in ``folder``, so that editors can complete and check.

    A folder that is not there, or cannot be written to, is left as it is: an editor that knows
    less is no reason for anything to fail.

    Returns:
        Whether the schema is there.
    """
    schema = PUBLISHED.read_bytes()
    target = folder / SCHEMA
    try:
        if target.read_bytes() == schema:
            return True
    except FileNotFoundError:
        pass
    except OSError:
        return False
    try:
        files.replace(target, schema, 0o644, lasting=False)
    except OSError:
        return False
    return True
