"""The command line: thin, one module per group of commands; heavy imports wait until a command runs."""

from __future__ import annotations

import os
import sys

from imagegraph.cli.application import application
from imagegraph.errors import ImagegraphError
from imagegraph.model.audit import coming_from


def main() -> None:
    """Run the `imagegraph` command.

    Exit codes: 0 done, 1 something was refused or does not conform, 2 cannot run, 130 interrupted.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        try:
            with coming_from(client=_user()):
                application()
        finally:
            sys.stdout.flush()  # here, where a reader that has left can still be met
    except ImagegraphError as error:
        _leave(error.detail)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if os.environ.get("IMAGEGRAPH_TRACEBACK"):
            raise
        _leave(
            f"an error of its own: {type(error).__name__}: {error}. Please report it; "
            "IMAGEGRAPH_TRACEBACK=1 shows where it happened."
        )


def _user() -> str:
    """Who types the command, for the audit log."""
    import getpass

    try:
        return f"user {getpass.getuser()}"
    except (OSError, KeyError):
        return f"user {os.getuid()}"


def _leave(why: str) -> None:
    from imagegraph.cli.printing import visible

    sys.stderr.write(f"imagegraph: {visible(why)}\n")
    sys.exit(2)
