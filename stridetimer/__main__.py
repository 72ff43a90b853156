"""``python -m stridetimer``."""

import gc
import sys

from stridetimer import __version__


def main() -> None:
    """Run the command line and end with its exit code."""
    # What imports make stays to the end; looking through it for garbage is a tenth of a start.
    gc.disable()
    if sys.argv[1:] == ["--version"]:
        print(f"stridetimer {__version__}")  # what scripts ask, and ask often
        return
    try:
        from stridetimer.cli.main import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)  # What knows the exit codes was still being loaded.
    # At its end the interpreter collects once more, whatever was said; all of it goes anyhow.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
