"""`python -m simulator explore`: its options, its report, and its exit status."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from simulator.__main__ import main
from simulator.explorer.bound import Bound
from simulator.explorer.explorer import Counts
from simulator.explorer.progress import Progress
from tests.explorer.pizza import MODELS

ROOT = Path(__file__).parents[2]
SOUND = ("--handler", "tests.explorer.pizza:pizza", "--models", str(MODELS))
LOOPING = ("--handler", "tests.explorer.planted:looping", "--models", str(MODELS))


def report_of(*options: str, chance: str = "0") -> list[dict[str, Any]]:
    """The JSON report of a Python of its own, without what the clock says; ``chance`` is its hash seed."""
    code = f"import sys; from simulator.__main__ import main; sys.exit(main(['explore', *{options!r}]))"
    environment = {**os.environ, "PYTHONHASHSEED": chance}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    told: list[dict[str, Any]] = json.loads(Path(options[options.index("--json") + 1]).read_text("utf-8"))
    for one in told:
        del one["seconds"]
    return told


def test_a_sound_skill_ends_with_zero_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explore", *SOUND]) == 0
    said = capsys.readouterr()
    assert "Every move was made from every state that was reached." in said.out
    assert "Nothing was found." in said.out
    assert said.err == ""


def test_a_finding_ends_with_one_and_is_told_with_what_to_say(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explore", *LOOPING]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "1. loop at Which drink?" in lines
    assert "   you> a small pizza    [OrderIntent size='small']" in lines
    assert "   you> olives    [ToppingIntent topping='olives']" in lines
    assert "   you> no    [AMAZON.NoIntent]" in lines


def test_the_report_is_written_as_json_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "report.json"
    assert main(["explore", *LOOPING, "--locale", "all", "--json", str(file)]) == 1
    capsys.readouterr()
    (told,) = json.loads(file.read_text("utf-8"))
    assert (told["locale"], told["cut_short"], told["never_said"]) == ("en-US", None, [])
    assert [finding["rule"] for finding in told["findings"]] == ["loop"]
    assert told["findings"][0]["conversation"][0]["slots"] == {"size": "small"}


def test_what_is_found_hangs_neither_on_the_hashes_nor_on_the_clock(tmp_path: Path) -> None:
    file = str(tmp_path / "report.json")
    first = report_of(*LOOPING, "--json", file, chance="1")
    assert first == report_of(*LOOPING, "--json", file, chance="2")


@pytest.mark.parametrize(
    "options",
    [
        ("--locale", "xx-XX"),
        ("--json", "/no/such/folder/report.json"),
        ("--handler", "tests.explorer.pizza:nothing"),
    ],
)
def test_options_that_cannot_be_used_end_with_two(
    options: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explore", "--models", str(MODELS), *options]) == 2
    assert capsys.readouterr().err.startswith("simulator: ")


@pytest.mark.parametrize("states", ["0", "-1", "many", "1.5", "²"])
def test_a_bound_is_a_whole_number(states: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["explore", "--states", states])
    assert ended.value.code == 2
    assert "whole number above 0" in capsys.readouterr().err


def test_a_bound_cuts_the_walk_short_and_the_report_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explore", *SOUND, "--states", "2"]) == 0
    assert "Cut short after 2 states" in capsys.readouterr().out
    assert main(["explore", *SOUND, "--depth", "1"]) == 0
    assert "As deep as was asked for" in capsys.readouterr().out


class Terminal(io.StringIO):
    """Says that a person is looking."""

    def isatty(self) -> bool:
        return True


def test_a_bar_on_a_terminal_says_how_far_it_is() -> None:
    stream, now = Terminal(), [0.0]
    progress = Progress(stream, Bound(states=10, seconds=100), "en-US", timer=lambda: now[0])
    progress(Counts(states=7, visited=5, turns=90), 3)
    progress(Counts(states=8, visited=6, turns=99), 3)
    assert "en-US [###############...............] 7 states, 3 waiting, 90 turns" in stream.getvalue()
    assert "99 turns" not in stream.getvalue()
    now[0] = 1.0
    progress(Counts(states=9, visited=10, turns=120), 0)
    assert "120 turns" in stream.getvalue()
    progress.clear()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_there_is_no_bar_anywhere_else() -> None:
    stream = io.StringIO()
    progress = Progress(stream, Bound(), "en-US")
    progress(Counts(), 0)
    progress.clear()
    assert stream.getvalue() == ""
