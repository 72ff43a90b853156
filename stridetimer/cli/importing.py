"""``import``: from the file of another program to routines of the person's own."""

import sys
from collections.abc import Sequence
from pathlib import Path

from stridetimer.cli.failure import CommandError, Exit
from stridetimer.cli.keeping import NameTakenError, keep
from stridetimer.cli.standard_input import NAME, bytes_of, called
from stridetimer.editing.names import stem_like, title_of
from stridetimer.files import why
from stridetimer.importing.importer import BadFileError, Imported, Importer
from stridetimer.importing.registry import imported
from stridetimer.routines.characters import printable
from stridetimer.routines.content import MOST_BYTES, content_of
from stridetimer.routines.locate import NOT_FETCHED, is_address
from stridetimer.routines.reader import read
from stridetimer.routines.writer import written


def import_file(file: str, *, name: str | None, only_print: bool) -> int:
    """Write what is in ``file`` as routines, each a file of its own that says what was lost."""
    importer, routines, left_out = _read(file)
    if name is not None and len(routines) > 1:
        raise CommandError(
            f"stridetimer: {_shown(file)} holds {len(routines)} routines; --name is for one"
        )
    texts = [_text(file, importer, one) for one in routines]
    kept, refused = routines, list[str]()
    if only_print:
        print("\n".join(texts), end="")
    else:
        names = [name] if name is not None else _names(routines)
        kept, refused = _keep(routines, texts, names)
    for one in kept:
        for loss in one.lost:
            print(f"{one.routine.name}: not carried over: {loss}", file=sys.stderr)
    for reason in left_out:
        print(f"{_shown(file)}: left out: {reason}", file=sys.stderr)
    if refused:
        raise CommandError("\n".join(refused))
    return Exit.DONE


def _read(file: str) -> tuple[Importer, Sequence[Imported], Sequence[BadFileError]]:
    if is_address(file):
        raise CommandError(f"stridetimer: {_shown(file)} is an address, and {NOT_FETCHED}")
    path = Path("imported" if file == NAME else file)
    try:
        content = bytes_of(file, lambda: content_of(path), MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise BadFileError("it is larger than 1 MiB")
        return imported(content, title_of(path.stem))
    except BadFileError as error:
        raise CommandError(f"stridetimer: can't import {_shown(file)}: {error}") from error
    except (OSError, ValueError) as error:
        raise CommandError(f"stridetimer: can't read {_shown(file)}: {why(error)}") from error


def _text(file: str, importer: Importer, one: Imported) -> str:
    """The text of the routine's file, which has been read to see that it can be."""
    origin = printable(called(Path(file).name))
    comments = [f"Imported from {importer.program}: {origin}"]
    comments += [f"Not carried over: {loss}" for loss in one.lost]
    text = written(one.routine, comments)
    reading = read(text, origin)
    if reading.routine is None:
        reason = reading.problems[0].message
        raise CommandError(f"stridetimer: can't import {_shown(file)}: {reason}")
    return text


def _names(routines: Sequence[Imported]) -> list[str]:
    """What the files are called: like the routines, fit for every system, none twice."""
    names = list[str]()
    for one in routines:
        stem = stem_like(one.routine.name, "imported")
        number = 2
        name = stem
        while name in names:
            name, number = f"{stem}-{number}", number + 1
        names.append(name)
    return names


def _keep(
    routines: Sequence[Imported], texts: Sequence[str], names: Sequence[str]
) -> tuple[Sequence[Imported], list[str]]:
    """Write them all, and say where; what is there already stays, and the others are written.

    Returns:
        Those that were written, and why the others were not.
    """
    done, refused = list[Imported](), list[str]()
    for one, text, name in zip(routines, texts, names, strict=True):
        try:
            kept = keep(name, text)
        except NameTakenError as error:
            way_out = "; --name NAME keeps this one beside it" if len(texts) == 1 else ""
            refused.append(f"{error}{way_out}")
        except CommandError as error:
            refused.append(str(error))
        else:
            done.append(one)
            print(kept.path)
            if kept.note:
                print(kept.note)
            print(f"Run it:   stridetimer run {kept.typed}")
    return done, refused


def _shown(file: str) -> str:
    return printable(called(file))
