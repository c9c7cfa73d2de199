"""How long turns take: what is measured, and how it is told. No test depends on the time that anything takes."""

from collections.abc import Callable
from itertools import count

import pytest

from simulator.recording.script import Line, Script
from tests.tools.reports.reading import read
from tools.reports.stopwatch import Stopwatch
from tools.reports.timing import FIRST, FIRST_OF_ALL, LATER, NOTHING, Timed, percentile, timed
from tools.reports.timing_page import SLOWEST, timing_report


def ticking() -> Callable[[], float]:
    """Seconds that go by by one each time that somebody looks."""
    seconds = count()
    return lambda: float(next(seconds))


def turn(everything: float, *, intent: str = "Order", question: str = "which_tea", place: str = LATER) -> Timed:
    return Timed("en-US", "a talk", "green <tea>", intent, question, place, everything / 2, 0.25, everything)


def test_a_stopwatch_adds_up_until_its_time_is_taken() -> None:
    watch = Stopwatch(ticking())
    for _ in range(2):
        with watch:
            pass
    assert watch.taken() == 2000
    assert watch.taken() == 0


def test_a_stopwatch_stops_also_when_something_fails() -> None:
    watch = Stopwatch(ticking())
    with pytest.raises(ZeroDivisionError), watch:
        _ = 1 / 0
    assert watch.taken() == 1000


def test_every_line_is_a_turn_with_what_was_open_and_its_parts() -> None:
    lines = ["open case compass", "my kettle never came", ":silence"]
    talks = [Script(name=name, locale="en-US", talk=[Line(you=line) for line in lines]) for name in ("one", "two")]
    turns = timed(talks)
    assert [told.utterance for told in turns] == lines * 2
    assert [told.place for told in turns] == [FIRST_OF_ALL, LATER, LATER, FIRST, LATER, LATER]
    assert [told.question for told in turns[:3]] == [NOTHING, "which_problem", "status"]
    assert [told.intent for told in turns[:3]] == ["LaunchRequest", "LostPackageIntent", NOTHING]
    opened, told, silence = turns[:3]
    assert opened.ears == 0 < opened.skill < opened.everything
    assert 0 < told.ears < told.ears + told.skill < told.everything
    assert silence.skill == silence.ears == 0 < silence.everything


@pytest.mark.parametrize(
    ("share", "value"), [(0.5, 2.0), (0.51, 3.0), (0.75, 3.0), (0.95, 4.0), (1.0, 4.0), (0.0, 1.0)]
)
def test_a_percentile_is_one_of_the_values(share: float, value: float) -> None:
    assert percentile([4.0, 2.0, 1.0, 3.0], share) == value


def test_a_percentile_of_nothing_is_nothing() -> None:
    assert percentile([], 0.95) == 0.0


def test_the_page_tells_each_part_with_its_percentiles() -> None:
    parts = read(timing_report([turn(10.0), turn(20.0)]).html()).tables[0]
    assert parts.rows[0] == ["Part", "Turns", "p50", "p90", "p95", "p99", "max"]
    assert parts.rows[1] == ["en: everything", "2", "10.00", "20.00", "20.00", "20.00", "20.00"]
    assert parts.rows[2] == ["en: the skill", "2", "5.00", "10.00", "10.00", "10.00", "10.00"]
    assert parts.rows[3] == ["en: the ears", "2", "0.25", "0.25", "0.25", "0.25", "0.25"]


def test_the_slowest_turns_are_told_with_what_was_said() -> None:
    slow = [turn(float(number)) for number in range(100)]
    rows = read(timing_report(slow).html()).tables[2].rows[1:]
    assert len(rows) == SLOWEST
    assert rows[0] == ["green <tea>", "99.00", "49.50", "0.25", "Order", "which_tea", "en-US: a talk"]
    assert rows[1][1] == "98.00"


def test_intents_and_questions_come_slowest_first() -> None:
    turns = [turn(1), turn(9, intent="List", question="size"), turn(2, intent="Drink", question="size")]
    tables = read(timing_report(turns).html()).tables
    assert [row[0] for row in tables[3].rows[1:]] == ["List", "Drink", "Order"]
    assert [row[:2] for row in tables[4].rows[1:]] == [["size", "2"], ["which_tea", "1"]]


def test_first_turns_are_held_against_later_ones() -> None:
    places = read(timing_report([turn(3, place=FIRST), turn(1), turn(5, place=FIRST_OF_ALL)]).html()).tables[1]
    assert [row[:2] for row in places.rows[1:]] == [[FIRST_OF_ALL, "1"], [FIRST, "1"], [LATER, "1"]]


def test_the_summary_is_a_line_a_language() -> None:
    german = turn(4)._replace(locale="de-DE")
    assert timing_report([turn(10), german]).summary == [
        "en: 1 turns, p95 of everything 10.00 ms, the skill 5.00 ms, the ears 0.25 ms",
        "de: 1 turns, p95 of everything 4.00 ms, the skill 2.00 ms, the ears 0.25 ms",
    ]
