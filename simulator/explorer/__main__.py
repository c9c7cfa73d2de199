"""``python -m simulator explore``: walk a skill by itself, and report what is wrong with it."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TextIO

from simulator.errors import OptionWrong
from simulator.explorer.bound import Bound
from simulator.explorer.explored import Explored, explore
from simulator.explorer.move import BACK
from simulator.explorer.progress import Progress
from simulator.explorer.report import as_json, as_text
from simulator.options import add_skill_options, open_skill
from simulator.under_test.skill_under_test import SkillUnderTest

NOTHING_FOUND, FOUND = 0, 1
ALL = "all"
"""Stands for every locale that there is a model for."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Explore; 0 when nothing was found, 1 when something was.

    Raises OptionWrong, ModelMissing or ModelUnreadable.
    """
    options = _parser().parse_args(arguments)
    skill = open_skill(options)
    locales = skill.locales if options.locale == ALL else [options.locale]
    for locale in locales:
        skill.model(locale)
    with _opened(options.json) as report:
        explored = [_explore(skill, locale, options) for locale in locales]
        if report:
            json.dump([as_json(one) for one in explored], report, ensure_ascii=False, indent=1)
    return FOUND if any(one.findings for one in explored) else NOTHING_FOUND


def _explore(skill: SkillUnderTest, locale: str, options: argparse.Namespace) -> Explored:
    bound = Bound(options.states, options.seconds, options.depth, options.values)
    progress = Progress(sys.stderr, bound, locale)
    look = partial(explore, bound=bound, seed=options.seed, backs=(BACK, *options.back), progress=progress)
    try:
        explored = look(skill, locale) if skill.inside is None else _own(skill, locale, look)
    finally:
        progress.clear()
    sys.stdout.write(f"{as_text(explored)}\n\n")
    sys.stdout.flush()
    return explored


def _own(skill: SkillUnderTest, locale: str, look: Callable[..., Explored]) -> Explored:
    # Only here: whoever explores another skill needs nothing of ours.
    from simulator.explorer.own_shapes import OwnShapes
    from simulator.explorer.own_words import OwnWords

    words = OwnWords(skill.endpoint, locale)
    return look(replace(skill, endpoint=words.endpoint), locale, shapes=OwnShapes(), words=words)


def _opened(path: Path | None) -> AbstractContextManager[TextIO | None]:
    """The file for the report, opened before the work begins and not after it; None: no file."""
    try:
        return path.open("w", encoding="utf-8") if path else nullcontext()
    except OSError as error:
        raise OptionWrong(f"--json {path} cannot be written: {error.strerror}") from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m simulator explore",
        description="Walk a skill by itself, and report what is wrong with it.",
        allow_abbrev=False,
    )
    usual = Bound()
    add = parser.add_argument
    add_skill_options(parser)
    add("--locale", default="en-US", help="the locale, or 'all' (default: %(default)s)")
    add("--states", type=_whole, default=usual.states, metavar="N", help="states to complete (default: %(default)s)")
    add("--seconds", type=_whole, default=usual.seconds, metavar="S", help="the longest time (default: %(default)g)")
    add("--depth", type=_whole, default=usual.depth, metavar="D", help="turns of a talk (default: %(default)s)")
    add("--values", type=_whole, default=usual.values, metavar="K", help="values of a slot (default: %(default)s)")
    add("--back", action="append", default=[], metavar="INTENT", help=f"one more intent that goes back, as {BACK}")
    add("--seed", type=int, default=1, metavar="N", help="what chance begins with (default: %(default)s)")
    add("--json", type=Path, metavar="FILE", help="write the report there, too")
    return parser


def _whole(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)
