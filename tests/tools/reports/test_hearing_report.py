"""How people are heard, as a page: from results made by hand."""

from collections.abc import Sequence

import pytest

from simulator.models.interaction_model import InteractionModel
from tests.tools.reports.reading import Table, read
from tools.hearing.results import Result
from tools.hearing.utterances import FALLBACK, Utterance
from tools.reports.hearing_page import Heard, hearing_report
from tools.reports.nearest import Near, Nearest, Sample
from tools.reports.report import Report

TEAS = InteractionModel.model_validate(
    {
        "languageModel": {
            "invocationName": "tea garden",
            "intents": [
                {
                    "name": "Order",
                    "slots": [{"name": "tea", "type": "Tea", "samples": ["the {tea} for me"]}],
                    "samples": ["i would like some {tea}", "some {tea} please", "tea"],
                },
                {"name": "List", "slots": [], "samples": ["which teas are there", "what do you have"]},
            ],
            "types": [{"name": "Tea", "values": [{"id": "green", "name": {"value": "green tea"}}]}],
        }
    }
)


@pytest.fixture(scope="module")
def nearest() -> Nearest:
    return Nearest([TEAS, TEAS])


def near(nearest: Nearest, said: str, eliciting: tuple[str, str] | None = None, most: int = 9) -> list[Near]:
    return nearest.to(said, eliciting, most=most)


def test_the_nearest_sample_has_most_of_the_words_and_the_rarest(nearest: Nearest) -> None:
    assert near(nearest, "what teas do you have")[0].sample == Sample("what do you have", "List")
    assert near(nearest, "Some cake, please!")[0].sample.text == "some {tea} please"


def test_a_word_that_few_samples_have_says_more_than_one_of_many() -> None:
    samples = ["some tea", "some cake", "some milk", "rare tea"]
    model = {"languageModel": {"invocationName": "tea", "intents": [{"name": "Order", "samples": samples}]}}
    assert near(Nearest([InteractionModel.model_validate(model)]), "some rare")[0].sample.text == "rare tea"


def test_likeness_is_1_for_the_same_words_and_less_for_any_other(nearest: Nearest) -> None:
    same, *others = near(nearest, "Which teas are there?")
    assert same.likeness == pytest.approx(1)
    assert all(0 < each.likeness < 1 for each in others)
    assert near(nearest, "which teas are there now")[0].likeness < 1
    assert near(nearest, "which teas are")[0].likeness < 1


def test_a_sample_without_a_word_in_common_is_not_near(nearest: Nearest) -> None:
    assert near(nearest, "sing a song") == []
    assert near(nearest, "") == []


def test_a_slot_s_name_is_no_word_of_its_sample(nearest: Nearest) -> None:
    assert [each.sample.text for each in near(nearest, "tea")] == ["tea"]


def test_samples_of_a_slot_are_near_only_while_it_is_elicited(nearest: Nearest) -> None:
    assert near(nearest, "that one for me") == []
    (only,) = near(nearest, "that one for me", ("Order", "tea"))
    assert only.sample == Sample("the {tea} for me", "Order", "tea")


def test_samples_are_shown_once_though_several_locales_have_them(nearest: Nearest) -> None:
    assert len(near(nearest, "which teas")) == 1
    assert len(near(nearest, "i have some please", most=2)) == 2


def _result(
    say: str, meant: Sequence[str], heard: str, *, wrong: Sequence[str] = (), held_back: bool = False
) -> Result:
    utterance = Utterance.model_validate({"say": say, "while": "start", "intent": list(meant)})
    return Result(utterance, held_back, heard, dict.fromkeys(wrong, "?"), lambda: "by ear")


RESULTS = [
    _result("tea", ["Order"], "Order"),
    _result("some <cake> please", ["Order", "List"], FALLBACK),
    _result("some grün please", ["Order"], "Order", wrong=["tea"]),
    _result("which ones", ["List"], "Order"),
    _result("sing", [FALLBACK], FALLBACK),
    _result("sing me some", [FALLBACK], "Order"),
    _result("secret please", ["Order"], FALLBACK, held_back=True),
    _result("secret song", [FALLBACK], "List", held_back=True),
]


@pytest.fixture(scope="module")
def report(nearest: Nearest) -> Report:
    return hearing_report([Heard("de", "ears", RESULTS, nearest)])


def table(report: Report, caption: str) -> Table:
    (found,) = (each for each in read(report.html()).tables if each.caption == caption)
    return found


def test_the_figures_of_both_parts_stand_at_the_top(report: Report) -> None:
    rows = table(report, "Shares by matcher, language and part").rows
    development = [" 50.0% (2 of 4)", " 25.0% (1 of 4)", " 50.0% (1 of 2)"]
    assert rows[1] == ["de by ears: development", *development]
    assert rows[2] == ["de by ears: held back", " 0.0% (0 of 1)", " 0.0% (0 of 1)", " 100.0% (1 of 1)"]


def test_intents_are_told_worst_first(report: Report) -> None:
    rows = table(report, "de by ears: recall by intent").rows
    assert rows[1:] == [["List", " 0.0% (0 of 1)"], ["Order", " 66.7% (2 of 3)"]]


def test_confusions_and_wrong_slots_are_counted(report: Report) -> None:
    assert ["List", "Order", "1"] in table(report, "de by ears: confusions").rows
    assert table(report, "de by ears: wrong slots").rows[1:] == [["tea", "1"]]


def test_what_is_misheard_is_told_with_the_nearest_samples(report: Report) -> None:
    rows = table(report, "de by ears: misheard, and the nearest samples").rows[1:]
    assert [row[0] for row in rows] == ["some <cake> please", "some grün please", "which ones"]
    _, question, meant, heard, why, nearest = rows[0]
    assert (question, meant, heard, why) == ("start", "Order or List", FALLBACK, "by ear")
    assert nearest.startswith("some {tea} please Order, 0.")
    assert rows[1][3] == "Order with tea='?'"


def test_what_is_out_of_scope_and_taken_is_told(report: Report) -> None:
    rows = table(report, "de by ears: out of scope and taken").rows[1:]
    assert [row[:4] for row in rows] == [["sing me some", "start", FALLBACK, "Order"]]


def test_nothing_of_the_part_held_back_is_shown_but_its_figures(report: Report) -> None:
    assert "secret" not in report.html()
    assert "secret" not in report.text()


def test_the_summary_is_a_line_a_matcher(report: Report) -> None:
    assert report.summary == ["de by ears: heard 50.0%, held back 0.0%; taken 50.0%, held back 100.0%"]
