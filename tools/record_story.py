"""Record a talk over several days into ``docs/story.md``: ``python -m tools.record_story [--check]``.

The console itself is run, as ``make talk`` runs it, with a clock that starts at a fixed time and a store of its own.
"""

import os
import subprocess
import sys
from tempfile import TemporaryDirectory

from tools.generated import ROOT, run

PAGE = ROOT / "docs" / "story.md"
COLUMNS = "88"
SECONDS = 60
BEGINS = "2026-11-23T15:00:00Z"
LINES = (
    "open case compass",
    "my kettle never came",
    "it hasn't moved since friday",
    "i did that already",
    "from a seller",
    "not yet",
    "no",
    "no",
    "112 5555555 1234567",
    "yes",
    "yes",
    "I approve",
    ":later 60 hours",
    "open case compass",
    "no they never answered",
    "on the seventeenth of november",
    "yes",
    "no thanks",
    ":later 1 day",
    "tell case compass the ticket number is a b one two three four",
    "what's the status of my case",
    "no",
    ":later 2 days",
    "open case compass",
    "yes",
    "yes",
    "i got my money back",
    "open case compass",
)
_INTRODUCTION = """# A case over a week, as it was talked

Recorded by `make story` with the console of the local Alexa. Do not edit.

Monday: a kettle has not come, and its seller is written to. The seller has two days, and Alexa reminds. Nobody
answers: the case goes up to Amazon by email, with what was written to whom and when. A ticket number comes by phone
and is noted. On the weekend the money is back. What stands in brackets is the console's own remark: whether Alexa
listens, and what she understood. Lines that begin with a colon are the console's commands.

"""


def page() -> str:
    """The page: what a person typed and what came of it, exactly as the console wrote it."""
    return f"{_INTRODUCTION}```text\n{_recorded().strip()}\n```\n"


def _recorded() -> str:
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "simulator", "--no-page", "--now", BEGINS, "--data", folder]
        talk = subprocess.run(  # noqa: S603 - our own program
            command,
            input="".join(f"{line}\n" for line in LINES),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
            timeout=SECONDS,
            cwd=ROOT,
            env={**os.environ, "COLUMNS": COLUMNS, "NO_COLOR": "1"},
        )
    return talk.stdout


def main(arguments: list[str] | None = None) -> int:
    """Record the page, or with --check say whether the committed one is fresh; returns the exit code."""
    return run("tools.record_story", __doc__, {PAGE: page()}, "story", arguments)


if __name__ == "__main__":
    sys.exit(main())
