"""What talks reach: counted from talks made by hand, and told worst first."""

from collections import Counter

import pytest

from simulator.case_compass.words_said import Reached
from simulator.recording.script import Line, Script
from tests.tools.reports.reading import Table, read
from tools.reports.coverage_page import coverage_report
from tools.reports.drawn import KINDS, Kind, drawn
from tools.reports.reached import Coverage, Thing, of_talks

LOCKED_OUT = ["open case compass", "i can't sign in to my account", "no idea", "no"]


def talk(name: str, *lines: str, locale: str = "en-US") -> Script:
    return Script(name=name, locale=locale, talk=[Line(you=line) for line in lines])


@pytest.fixture(scope="module")
def taken_over() -> Coverage:
    """One talk of two lines, twice, once with a silence after it."""
    lines = ("open case compass", "someone took over my account")
    return of_talks("en", [talk("one", *lines), talk("two", *lines, ":silence")])


def test_an_end_that_is_told_is_reached_and_its_channel_too(taken_over: Coverage) -> None:
    assert taken_over.talks[Thing("outcomes", "account_access: secure_now")] == 2
    assert taken_over.talks[Thing("channels", "account_access: secure_now by C-CALLBACK")] == 2
    assert "account_access: email" in taken_over.never("outcomes")


def test_questions_are_those_that_are_open_after_a_line(taken_over: Coverage) -> None:
    assert taken_over.talks[Thing("questions", "talk: which_problem")] == 2
    assert "account_access: tried" in taken_over.never("questions")


def test_choices_are_the_answers_that_cases_keep_and_those_left_open() -> None:
    found = of_talks("en", [talk("one", *LOCKED_OUT)])
    assert found.talks[Thing("choices", "tried: not known")] == 1
    assert found.talks[Thing("choices", "account_state: locked")] == 1
    assert found.talks[Thing("questions", "account_access: tried")] == 1


def test_a_talk_counts_once_however_often_it_comes_by(taken_over: Coverage) -> None:
    again = of_talks("en", [talk("one", "open case compass", "help", "help")])
    assert again.talks[Thing("intents", "AMAZON.HelpIntent")] == 1
    assert taken_over.talks[Thing("messages", "welcome")] == 2


def test_what_one_talk_says_does_not_count_for_the_next() -> None:
    found = of_talks("en", [talk("one", "open case compass"), talk("two", "tell case compass my kettle never came")])
    assert found.talks[Thing("messages", "ask.which_problem")] == 1


def test_messages_are_told_by_where_they_stood(taken_over: Coverage) -> None:
    assert taken_over.places[Reached("ask.which_problem", "speech")] == 2
    assert taken_over.places[Reached("ask.which_problem.rephrase", "speech")] == 0
    assert taken_over.places[Reached("ask.which_problem.rephrase", "reprompt")] == 2


def test_only_what_is_drawn_is_counted() -> None:
    found = of_talks("en", [talk("one", "tell case compass my kettle never came")])
    there = {Thing(kind, name) for kind in KINDS for name in found.drawn[kind]}
    assert set(found.talks) <= there
    assert not any("kettle" in thing.name for thing in found.talks)


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_something_of_every_kind_and_nothing_twice(kind: Kind) -> None:
    for language in ("en", "de"):
        names = drawn(language)[kind]
        assert names
        assert len(set(names)) == len(names)


def test_what_a_decision_shares_and_cannot_reach_is_not_there() -> None:
    there = drawn("en")
    assert "lost_package: claim" in there["outcomes"]
    assert "payment: chat_or_seller" not in there["outcomes"]
    assert "payment: seller_answered" not in there["questions"]
    assert "lost_package: status_date" not in there["questions"]
    assert "lost_package: order_number" in there["questions"]


def by_hand(language: str, *talked: str) -> Coverage:
    everything: dict[Kind, tuple[str, ...]] = dict.fromkeys(KINDS, ("never", "rare", "often", "own"))
    counts = Counter({Thing(kind, name): talked.count(name) for kind in KINDS for name in set(talked)})
    return Coverage(language, everything, counts, Counter({Reached("rare", "card"): 7}))


def told(*coverages: Coverage) -> list[Table]:
    return read(coverage_report(coverages).html()).tables


def test_the_page_tells_first_what_no_talk_reaches() -> None:
    tables = told(by_hand("en", "often", "often", "rare"), by_hand("de", "often", "own", "own", "own"))
    never = next(table for table in tables if table.caption == "Outcomes that are never reached")
    assert never.rows[1:] == [["never", "never", "never"], ["rare", "1", "never"], ["own", "never", "3"]]
    outcomes = next(table for table in tables if table.caption == "Outcomes, in how many talks")
    assert [row[0] for row in outcomes.rows[1:]] == ["never", "rare", "own", "often"]
    assert outcomes.rows[-1] == ["often", "2", "1"]


def test_the_page_tells_at_a_glance_how_much_is_reached() -> None:
    glance = told(by_hand("en", "often", "rare"), by_hand("de"))[0]
    assert glance.rows[1] == ["outcomes", " 50.0% (2 of 4)", " 0.0% (0 of 4)"]


def test_the_page_tells_where_each_message_stood() -> None:
    messages = told(by_hand("en", "often", "rare"))[-1]
    assert messages.rows[0][1:] == ["en speech", "en reprompt", "en card", "en reminder"]
    assert ["rare", "0", "0", "7", "0"] in messages.rows


def test_a_name_that_one_language_lacks_is_not_told_as_never_reached_there() -> None:
    english, german = by_hand("en"), by_hand("de")
    own = Coverage("de", {**german.drawn, "intents": ("never",)}, german.talks, german.places)
    tables = told(english, own)
    intents = next(table for table in tables if table.caption == "Intents, in how many talks")
    assert ["rare", "never", "-"] in intents.rows


def test_the_summary_counts_what_is_reached() -> None:
    (line,) = coverage_report([by_hand("en", "often")]).summary
    assert line.startswith("en: outcomes 1 of 4, channels 1 of 4")
