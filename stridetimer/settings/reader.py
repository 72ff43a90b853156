"""From ``config.yaml`` to settings, or to everything that is wrong with it."""

from dataclasses import replace
from pathlib import Path

from stridetimer.files import why
from stridetimer.places import config_dir, located
from stridetimer.settings.model import Settings

MOST_BYTES = 1024 * 1024
"""More than this is not read."""


class InvalidSettingsError(Exception):
    """The file cannot be used; the message shows every problem at its place."""


def config_file() -> Path:
    """The file of settings; it need not exist."""
    return config_dir() / "config.yaml"


def load(path: Path | None = None) -> Settings:
    """The settings in the file at ``path``, or in :func:`config_file`; without one the defaults.

    Raises:
        InvalidSettingsError: something is wrong with it, or it cannot be read.
    """
    path = path or config_file()
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        raise InvalidSettingsError(f"stridetimer: can't read {path}: {why(error)}") from error
    # Only where there is a file: most have none, and YAML takes longer than the first picture.
    from stridetimer.settings.parsing import parse

    values, problems = parse(data)
    if problems:
        raise InvalidSettingsError("\n".join(one.render(str(path)) for one in problems))
    settings = Settings(**values)
    journal = located({"journal": settings.journal}, path.parent)["journal"]
    return replace(
        settings,
        sounds=located(settings.sounds, path.parent),
        journal=journal if settings.journal else "",
    )
