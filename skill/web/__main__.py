"""``python -m skill.web``: the skill on this machine alone, over plain HTTP, to be reached through a tunnel."""

import os
import sys

from werkzeug.serving import run_simple

from skill.errors import SettingsWrong
from skill.web.hosted import application

_HOST = "127.0.0.1"
_DEFAULT_PORT = "8100"
_PORTS = range(1, 65536)


def port(given: str) -> int:
    """The port that CASE_COMPASS_PORT names; ``SettingsWrong`` when it names none."""
    if not (given.isascii() and given.isdigit() and int(given) in _PORTS):
        raise SettingsWrong("CASE_COMPASS_PORT must be a port number from 1 to 65535")
    return int(given)


def main() -> None:
    """Serve until interrupted; end with the reason when a setting is wrong."""
    try:
        app, chosen = application(), port(os.environ.get("CASE_COMPASS_PORT", _DEFAULT_PORT))
    except SettingsWrong as error:
        sys.exit(str(error))
    run_simple(_HOST, chosen, app, threaded=True)


if __name__ == "__main__":
    main()
