"""Figures of hearing, from results made by hand, and the report of them."""

import json

import pytest

from tools.hearing.__main__ import main
from tools.hearing.figures import Confusion, Figures, IntentRecall, Part, figures
from tools.hearing.report import failures, report
from tools.hearing.results import Result
from tools.hearing.utterances import FALLBACK, Utterance


def _result(
    meant: list[str], heard: str, *, wrong: tuple[str, ...] = (), held_back: bool = False, say: str = "tea"
) -> Result:
    utterance = Utterance.model_validate({"say": say, "while": "start", "intent": meant, "slots": {"item": "tea"}})
    return Result(utterance, held_back, heard, dict.fromkeys(wrong, "?"), lambda: "by ear")


RESULTS = [
    _result(["Order"], "Order"),
    _result(["Order"], "Order", wrong=("item",)),
    _result(["Order", "List"], "List"),
    _result(["Order"], FALLBACK),
    _result(["List"], "Order", say="which teas"),
    _result([FALLBACK], FALLBACK),
    _result([FALLBACK], "Order", say="sing"),
    _result(["Order"], "Order", held_back=True),
    _result(["List"], FALLBACK, held_back=True, say="held back"),
]


def test_recall_is_of_what_is_in_scope_and_the_taken_of_what_is_not() -> None:
    told = figures(RESULTS)
    assert told.development == Part(in_scope=5, right=0.4, recall=0.6, out_of_scope=2, taken=0.5)
    assert told.held_back == Part(in_scope=2, right=0.5, recall=0.5, out_of_scope=0, taken=0.0)


def test_intents_come_worst_first_and_confusions_leave_out_what_is_out_of_scope() -> None:
    told = figures(RESULTS)
    assert told.by_intent == (IntentRecall("List", 0, 1), IntentRecall("Order", 3, 4))
    assert set(told.confusions) == {Confusion("Order", FALLBACK, 1), Confusion("List", "Order", 1)}
    assert told.false_accepts == {"Order": 1}
    assert told.wrong_slots == {"item": 1}


def test_no_utterances_give_figures_too() -> None:
    nothing = Part(0, 0.0, 0.0, 0, 0.0)
    assert figures([]) == Figures(nothing, nothing, (), (), {}, {})


def test_the_report_names_every_figure() -> None:
    text = "\n".join(report("tea by ears", figures(RESULTS)))
    assert "60.0% heard,  40.0% with their slots" in text
    assert "1 x List heard as Order" in text
    assert "1 x item" in text


def test_failures_say_what_was_meant_and_what_was_heard() -> None:
    assert failures(RESULTS[4:6]) == [
        "  while start: 'which teas' is List item=tea",
        "      heard as Order: by ear",
    ]


def test_the_command_gives_its_figures_to_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["de", "--matcher", "strict", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"de"}
    assert set(told["de"]) == {"strict"}
    assert set(told["de"]["strict"]["by_intent"][0]) == {"intent", "heard", "meant"}


def test_the_command_knows_its_languages(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["xx"])
    assert "there is no language xx; there are en, de" in capsys.readouterr().err
