"""Walking a model over answers: on toys, one thing at a time."""

from datetime import UTC, datetime, timedelta

import pytest

from skill.decision.condition import Always, Is, Known, Unknown
from skill.decision.model import Ask, Follows, Outcome, Pick, Rule, Step, Wait, Want, otherwise
from skill.decision.walk import because, pick_channel, walk, with_implied
from tests.decision.toys import NOTE, told, toy

KITCHEN = toy(
    Ask("hungry", Rule(Is("hungry", "yes"), "taste"), otherwise("bye")),
    Ask("taste", Rule(Is("taste", "sweet"), "cake"), otherwise("cook")),
    Step("cook", otherwise("soup")),
    told("cake"),
    told("soup", otherwise("served"), wait=Wait("cook", 2)),
    Ask("served", Rule(Is("served", "yes"), "bye"), otherwise("cake")),
    Outcome("bye", solved=True),
    volunteered=("guest",),
    wants={"soup": (Want("dish", Known("guest")),)},
)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
SALTY: dict[str, str | None] = {"hungry": "yes", "taste": "salty"}


def test_without_answers_the_first_question_is_open() -> None:
    place = walk(KITCHEN, {})
    assert (place.asking, place.outcome, place.path, place.answered) == ("hungry", None, ("hungry",), ())


def test_an_answer_leads_to_the_next_question() -> None:
    place = walk(KITCHEN, {"hungry": "yes"})
    assert (place.asking, place.path, place.answered) == ("taste", ("hungry", "taste"), ("hungry",))


def test_answers_lead_through_steps_to_an_outcome_and_its_channel() -> None:
    place = walk(KITCHEN, SALTY)
    assert place.path == ("hungry", "taste", "cook", "soup")
    assert place.outcome is KITCHEN.nodes["soup"]
    assert (place.asking, place.channel) == (None, "COUNTER")


def test_a_solved_case_has_no_channel() -> None:
    place = walk(KITCHEN, {"hungry": "no"})
    assert (place.outcome, place.channel) == (KITCHEN.nodes["bye"], None)


def test_a_question_that_was_left_open_takes_the_last_resort_and_is_not_put_again() -> None:
    place = walk(KITCHEN, {"hungry": None})
    assert place.path == ("hungry", "bye")
    assert place.answered == ("hungry",)


def test_an_answer_off_the_path_is_no_fact() -> None:
    place = walk(KITCHEN, {"hungry": "no", "taste": "sweet"})
    assert place.facts == {"hungry": "no"}
    assert place.answered == ("hungry",)


def test_an_answer_off_the_path_turns_no_way() -> None:
    model = toy(
        Ask("hungry", Rule(Is("hungry", "yes"), "taste"), otherwise("dish")),
        Ask("taste", otherwise("cake")),
        Ask("dish", Rule(Is("taste", "sweet"), "cake"), otherwise("soup")),
        told("cake"),
        told("soup"),
    )
    assert walk(model, {"hungry": "no", "taste": "sweet", "dish": "any"}).path[-1] == "soup"


def test_a_volunteered_fact_counts_though_it_is_never_asked() -> None:
    assert walk(KITCHEN, {"hungry": "no", "guest": "Mary"}).facts == {"hungry": "no", "guest": "Mary"}


def test_what_was_given_up_front_is_not_asked() -> None:
    assert walk(KITCHEN, {"taste": "sweet"}).asking == "hungry"
    assert walk(KITCHEN, {"taste": "sweet", "hungry": "yes"}).path[-1] == "cake"


def test_a_wanted_fact_is_asked_before_the_outcome_is_told_and_only_when_its_condition_holds() -> None:
    assert walk(KITCHEN, SALTY).asking is None
    place = walk(KITCHEN, SALTY | {"guest": "Mary"})
    assert (place.asking, place.outcome) == ("dish", None)


@pytest.mark.parametrize("dish", ["broth", None])
def test_a_wanted_fact_that_was_answered_or_left_open_lets_the_outcome_be_told(dish: str | None) -> None:
    place = walk(KITCHEN, SALTY | {"guest": "Mary", "dish": dish})
    assert place.outcome is KITCHEN.nodes["soup"]
    assert place.answered == ("hungry", "taste", "dish")


def test_a_fact_that_two_outcomes_want_is_answered_once() -> None:
    wants = {"soup": (Want("dish"),), "cake": (Want("dish"),)}
    place = walk(toy(*KITCHEN.intake, wants=wants), SALTY | {"dish": "broth", "served": "no"})
    assert place.outcome is KITCHEN.nodes["cake"]
    assert place.answered == ("hungry", "taste", "dish", "served")


def test_an_outcome_waits_until_its_hours_are_over() -> None:
    reached = {"soup": NOON}
    too_early = NOON + timedelta(hours=2) - timedelta(seconds=1)
    assert walk(KITCHEN, SALTY, now=too_early, reached=reached).path[-1] == "soup"
    place = walk(KITCHEN, SALTY, now=NOON + timedelta(hours=2), reached=reached)
    assert (place.asking, place.path[-2:]) == ("served", ("soup", "served"))


def test_without_the_time_or_before_it_was_told_an_outcome_is_where_the_walk_ends() -> None:
    assert walk(KITCHEN, SALTY, reached={"soup": NOON}).path[-1] == "soup"
    assert walk(KITCHEN, SALTY, now=NOON).path[-1] == "soup"


def test_the_walk_goes_on_from_an_outcome_when_what_follows_is_answered() -> None:
    assert walk(KITCHEN, SALTY | {"served": "no"}).path[-3:] == ("soup", "served", "cake")


def test_after_the_wait_the_rules_may_lead_to_something_that_is_no_question() -> None:
    model = toy(Ask("hungry", otherwise("soup")), told("soup", otherwise("cake"), wait=Wait("cook", 2)), told("cake"))
    assert walk(model, {"hungry": "yes"}).path[-1] == "soup"
    assert walk(model, {"hungry": "yes"}, now=NOON + timedelta(hours=2), reached={"soup": NOON}).path[-1] == "cake"


def test_an_outcome_that_waits_with_nothing_to_follow_stays() -> None:
    model = toy(Ask("hungry", otherwise("soup")), told("soup", wait=Wait("cook", 2)))
    later = NOON + timedelta(days=9)
    assert walk(model, {"hungry": "yes"}, now=later, reached={"soup": NOON}).path[-1] == "soup"


def test_what_the_problem_gives_is_a_fact_and_no_answer() -> None:
    model = toy(Ask("hungry", Rule(Is("hungry", "yes"), "soup"), otherwise("cake")), told("soup"), told("cake"))
    given = toy(*model.intake, given={"hungry": "yes"})
    place = walk(given, {"hungry": "no"})
    assert (place.path[-1], place.facts, place.answered) == ("soup", {"hungry": "yes"}, ())


def test_what_follows_from_an_answer_is_not_asked() -> None:
    model = toy(*KITCHEN.intake, follows=(Follows(Known("taste"), "hungry", "yes"),))
    assert walk(model, {"taste": "sweet"}).path == ("hungry", "taste", "cake")
    assert with_implied(model, {"taste": None}) == {"taste": None}


def test_what_follows_gives_way_to_what_was_said() -> None:
    model = toy(*KITCHEN.intake, follows=(Follows(Known("taste"), "hungry", "yes"),))
    assert walk(model, {"taste": "sweet", "hungry": "no"}).path[-1] == "bye"


def test_what_follows_can_follow_from_what_follows() -> None:
    chain = (Follows(Known("guest"), "taste", "sweet"), Follows(Is("taste", "sweet"), "hungry", "yes"))
    model = toy(*KITCHEN.intake, volunteered=("guest",), follows=chain)
    assert with_implied(model, {"guest": "x"}) == {"guest": "x", "taste": "sweet", "hungry": "yes"}
    assert with_implied(model, {"guest": None}) == {"guest": None}


def test_the_first_pick_that_holds_is_the_channel() -> None:
    picks = (Pick(Is("taste", "sweet"), "BAKER"), Pick(Always(), "COUNTER"))
    assert pick_channel(picks, {"taste": "sweet"}) == "BAKER"
    assert pick_channel(picks, {"taste": None}) == "COUNTER"


def test_the_reasons_are_the_answers_that_turned_the_way_in_the_path_s_order() -> None:
    sweet = walk(KITCHEN, {"taste": "sweet", "hungry": "yes", "guest": "Mary"})
    assert because(KITCHEN, sweet) == (("hungry", "yes"), ("taste", "sweet"))


def test_an_answer_that_fell_to_the_last_resort_is_no_reason() -> None:
    assert because(KITCHEN, walk(KITCHEN, SALTY)) == (("hungry", "yes"),)


def test_what_nobody_knows_is_no_reason() -> None:
    unknown_first = Ask("hungry", Rule(Unknown("guest"), "cake"), otherwise("cake"))
    model = toy(unknown_first, told("cake"), volunteered=("guest",))
    assert because(model, walk(model, {"hungry": "yes"})) == ()


def test_a_model_knows_what_it_asks_and_what_it_takes() -> None:
    assert KITCHEN.asked == {"hungry", "taste", "served", "dish"}
    assert KITCHEN.takes("guest")
    assert KITCHEN.takes("dish")
    assert not KITCHEN.takes("weather")
    assert KITCHEN.messages["soup", "COUNTER"] is NOTE
