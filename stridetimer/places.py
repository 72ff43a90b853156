"""Where files lie: those that come with the program, and those of the person who uses it."""

import os
from collections.abc import Mapping
from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(kind: str) -> Path:
    """The folder of shipped ``routines`` or ``sounds``: in an installed wheel, or the checkout."""
    installed = _PACKAGE / "_shipped" / kind
    return installed if installed.is_dir() else _PACKAGE.parent / kind


def config_dir() -> Path:
    """The folder of the person's settings and routines; it need not exist."""
    return _home() or _platform_folder("user_config_path")


def data_dir() -> Path:
    """The folder of the person's history; it need not exist."""
    return _home() or _platform_folder("user_data_path")


def history() -> Path:
    """The file of what was performed; it need not exist."""
    return data_dir() / "history.db"


def running() -> Path:
    """The folder that says which sessions are being performed right now; it need not exist."""
    return data_dir() / "running"


def drafts() -> Path:
    """The folder of what was typed and not yet saved; it need not exist."""
    return data_dir() / "drafts"


def sound_log() -> Path:
    """The file for what audio libraries have to say; it need not exist."""
    return (_home() or _platform_folder("user_log_path")) / "sound.log"


def crash_log() -> Path:
    """The file for the details of an unexpected error; it need not exist."""
    return (_home() or _platform_folder("user_log_path")) / "error.log"


def cache_dir() -> Path:
    """The folder of what can be made again; it need not exist."""
    home = _home()
    return home / "cache" if home else _platform_folder("user_cache_path")


def located(files: Mapping[str, str], folder: Path) -> dict[str, str]:
    """``files`` by name, their paths beginning at ``folder`` where they are not absolute."""
    return {name: str(folder / os.path.expanduser(path)) for name, path in files.items()}


def user_routines() -> Path:
    """The folder of the person's own routines; it need not exist."""
    return config_dir() / "routines"


def _home() -> Path | None:
    """The one folder that holds all of it, where the person has named one."""
    home = os.environ.get("STRIDETIMER_HOME")
    return Path(os.path.expanduser(home)) if home else None


def _platform_folder(which: str) -> Path:
    import platformdirs  # here, because with a home of our own it is never needed

    folder: Path = getattr(platformdirs, which)("stridetimer", appauthor=False)
    return folder
