"""``python -m simulator page``: the page alone, without a console; Case Compass keeps nothing unless told where."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from simulator.options import (
    add_clock_option,
    add_page_port,
    add_skill_options,
    add_speaker_options,
    clock,
    open_skill,
)
from simulator.page.serve import beside
from simulator.recording.overheard import overheard
from simulator.talk.household import Household, Place
from simulator.talk.talk import Talk


def main(arguments: Sequence[str]) -> int:
    """Serve the page until Ctrl-C, and say first where it is; raises CaseCompassError for what cannot be used."""
    options = _parser().parse_args(arguments)
    skill = overheard(open_skill(options))
    talk = Talk(Household(skill, clock(options)).device, Place(options.locale, options.user))
    page = beside(talk, skill, options.port, scripts=options.scripts)
    try:
        sys.stdout.write(f"{page.url}\n")
        sys.stdout.flush()
        page.wait()
    finally:
        page.stop()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m simulator page",
        description="An Echo and a phone in the browser, to talk to a skill on your own machine.",
        allow_abbrev=False,
    )
    add = parser.add_argument
    add_page_port(parser)
    add_speaker_options(parser)
    add("--scripts", type=Path, metavar="DIR", help="where scripts to replay are, in folders (*/*.yaml)")
    add_clock_option(parser)
    add_skill_options(parser)
    return parser
