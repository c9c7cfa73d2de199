"""``python -m skill.web``: the skill as a web service, over plain HTTP, to stand behind a proxy that speaks TLS."""

import os
import sys

from skill.lean import lighten

lighten()

from skill.errors import SettingsWrong  # noqa: E402 - what imports Amazon's SDK comes after lighten()
from skill.web.serving import serve  # noqa: E402
from skill.web.settings import WebSettings  # noqa: E402


def main() -> None:
    """Serve until stopped; end with the reason when a setting is wrong."""
    try:
        serve(WebSettings.from_environment(os.environ))
    except SettingsWrong as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
