"""The command line: thin, one module per group of commands; heavy imports wait until a command runs."""

from __future__ import annotations

import sys

from imagegraph.cli.application import application
from imagegraph.errors import ImagegraphError


def main() -> None:
    """Run the `imagegraph` command: exit 0 done, 1 something was refused or does not conform, 2 cannot run."""
    try:
        application()
    except ImagegraphError as error:
        sys.stderr.write(f"imagegraph: {error.detail}\n")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)
