"""A decision that is drawn wrongly is refused, and it is said where and why."""

from collections.abc import Callable
from typing import Any

import pytest

from skill.decision.check import reachable
from skill.decision.condition import Always, Both, Either, Is, Known, Unknown
from skill.decision.message import Message, Part
from skill.decision.model import Ask, Follows, Model, Outcome, Pick, Rule, Step, Wait, Want, otherwise
from skill.errors import DrawnWrongly
from tests.decision.toys import QUESTIONS, told, toy

HUNGRY = Ask("hungry", otherwise("end"))
END = told("end")
YES = Is("hungry", "yes")
Drawing = Callable[[], Model]


def hungry(*rules: Rule, **fields: Any) -> Model:
    """A toy that asks whether the person is hungry, with these rules."""
    return toy(Ask("hungry", *rules), END, **fields)


def ending(end: Outcome, **fields: Any) -> Model:
    """A toy that ends in this outcome."""
    return toy(HUNGRY, end, **fields)


PERHAPS = Follows(Known("guest"), "hungry", "perhaps")
WRONG: dict[str, tuple[Drawing, str]] = {
    "an unknown start": (lambda: toy(HUNGRY, END, start="nowhere"), "start: there is no node 'nowhere'"),
    "an unknown target": (
        lambda: hungry(otherwise("nowhere")),
        "hungry: a rule leads to 'nowhere', which is no node",
    ),
    "a question without rules": (lambda: hungry(), "hungry: a dead end"),
    "a step without rules": (lambda: toy(Ask("hungry", otherwise("cook")), Step("cook")), "cook: a dead end"),
    "a circle": (
        lambda: toy(Ask("hungry", otherwise("cook")), Step("cook", otherwise("hungry"))),
        "hungry: a circle without an exit: hungry -> cook -> hungry",
    ),
    "no last resort": (lambda: hungry(Rule(YES, "end")), "hungry: no last resort"),
    "rules after the last resort": (
        lambda: hungry(otherwise("end"), otherwise("end")),
        "hungry: the rules after 'end' can never hold",
    ),
    "a stranger in a rule": (
        lambda: hungry(Rule(Known("guest"), "end"), otherwise("end")),
        "hungry: 'guest' is neither asked, volunteered nor given",
    ),
    "a stranger in a channel's condition": (
        lambda: ending(Outcome("end", picks=(Pick(Known("guest"), "COUNTER"), Pick(Always(), "COUNTER")))),
        "end: 'guest' is neither asked",
    ),
    "a stranger in a wanted fact's condition": (
        lambda: hungry(otherwise("end"), wants={"end": (Want("dish", Known("guest")),)}),
        "wants of end: 'guest' is neither asked",
    ),
    "a stranger in a message": (
        lambda: ending(END, messages={("end", "COUNTER"): Message("note", ((Part("hi", Known("guest")),),))}),
        "message note: 'guest' is neither asked",
    ),
    "a condition on what is no question": (
        lambda: hungry(Rule(Known("weather"), "end"), otherwise("end"), volunteered=("weather",)),
        "hungry: 'weather' is no question",
    ),
    "a value that can't be": (
        lambda: hungry(Rule(Is("hungry", "perhaps"), "end"), otherwise("end")),
        "hungry: 'hungry' can never be 'perhaps'; its values are yes, no",
    ),
    "a value of what is in the person's own words": (
        lambda: hungry(Rule(Is("dish", "soup"), "end"), otherwise("end"), volunteered=("dish",)),
        "hungry: 'dish' can never be 'soup'; its values are free",
    ),
    "an outcome without a channel": (lambda: ending(Outcome("end")), "end: no channel as a last resort"),
    "an outcome with a channel for some": (
        lambda: ending(Outcome("end", picks=(Pick(YES, "COUNTER"),))),
        "end: no channel as a last resort",
    ),
    "an outcome without a message": (lambda: ending(END, messages={}), "end: no message for the channel COUNTER"),
    "a node to which nothing leads": (lambda: toy(HUNGRY, END, told("away")), "away: nothing leads here"),
    "a question that is none": (
        lambda: toy(Ask("weather", otherwise("end")), END, start="weather"),
        "weather: asks 'weather', which is no question",
    ),
    "a node drawn twice": (lambda: toy(HUNGRY, END, shared=(END,)), "end: drawn twice"),
    "rules without a wait": (lambda: toy(HUNGRY, told("end", otherwise("bye")), told("bye")), "end: it leads on but"),
    "wanted facts of no outcome": (
        lambda: hungry(otherwise("end"), wants={"hungry": (Want("dish"),), "elsewhere": (Want("dish"),)}),
        "wants of elsewhere: there is no outcome 'elsewhere'",
    ),
    "a wanted fact that is no question": (
        lambda: hungry(otherwise("end"), wants={"end": (Want("weather"),)}),
        "wants of end: 'weather' is no question",
    ),
    "what nobody can say implying something": (
        lambda: hungry(otherwise("end"), follows=(Follows(Known("guest"), "hungry", "yes"),)),
        "what follows for hungry: 'guest' means nothing to this decision",
    ),
    "something implied that means nothing": (
        lambda: hungry(otherwise("end"), follows=(Follows(Known("hungry"), "guest", "Mary"),)),
        "what follows for guest: 'guest' means nothing to this decision",
    ),
    "something implied that is no question": (
        lambda: hungry(otherwise("end"), follows=(Follows(Known("hungry"), "weather", "fine"),)),
        "what follows for weather: 'weather' means nothing to this decision",
    ),
    "a value implied that can't be": (
        lambda: hungry(otherwise("end"), volunteered=("guest",), follows=(PERHAPS,)),
        "what follows for hungry: 'hungry' can never be 'perhaps'",
    ),
    "a condition that can never hold for what follows": (
        lambda: hungry(otherwise("end"), follows=(Follows(Is("hungry", "perhaps"), "hungry", "yes"),)),
        "what follows for hungry: 'hungry' can never be 'perhaps'",
    ),
    "words for a question that it never puts": (
        lambda: hungry(otherwise("end"), words={"guest": "polite"}),
        "words for guest: the question means nothing to this decision",
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_decision_is_refused_that_has(what: str) -> None:
    draw, fault = WRONG[what]
    with pytest.raises(DrawnWrongly) as wrong:
        draw()
    assert str(wrong.value).startswith("decision 'toy' is drawn wrongly:\n- ")
    assert f"- {fault}" in str(wrong.value)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(DrawnWrongly) as wrong:
        toy(Ask("hungry", Rule(YES, "end")), Outcome("end"), told("away"))
    assert str(wrong.value).count("\n- ") == 3


def test_a_toy_with_everything_is_sound() -> None:
    model = toy(
        Ask("hungry", Rule(Both(YES, Known("guest")), "soup"), otherwise("bye")),
        told("soup", otherwise("bye"), wait=Wait("cook", 1)),
        Outcome("bye", solved=True),
        volunteered=("guest",),
        follows=(Follows(Known("guest"), "hungry", "yes"),),
        wants={"soup": (Want("dish"),)},
    )
    assert reachable(model) == {"hungry", "soup", "bye"}


def test_a_shared_node_may_be_one_that_this_decision_never_reaches() -> None:
    model = toy(HUNGRY, END, shared=(Ask("served", otherwise("end")),))
    assert "served" not in reachable(model)


def test_a_channel_that_the_problem_rules_out_needs_no_message() -> None:
    picks = (Pick(Is("taste", "sweet"), "BAKER"), Pick(Always(), "COUNTER"))
    end = Outcome("end", picks=picks)
    messages = {("end", "COUNTER"): Message("note", ((Part("hi"),),))}
    assert ending(end, given={"taste": "salty"}, messages=messages).questions is QUESTIONS
    with pytest.raises(DrawnWrongly, match="end: no message for the channel BAKER"):
        ending(end, given={"taste": "sweet"}, messages=messages)


def test_a_channel_needs_a_message_as_soon_as_one_of_its_conditions_can_hold() -> None:
    sweet_or_unknown = Either(Is("taste", "sweet"), Unknown("taste"))
    end = Outcome("end", picks=(Pick(sweet_or_unknown, "BAKER"), Pick(Always(), "COUNTER")))
    messages = {("end", "COUNTER"): Message("note", ((Part("hi"),),))}
    assert ending(end, given={"taste": "salty"}, messages=messages).questions is QUESTIONS
    with pytest.raises(DrawnWrongly, match="end: no message for the channel BAKER"):
        ending(end, given={"taste": "sweet"}, messages=messages)


def test_ways_that_meet_again_are_no_circle() -> None:
    model = toy(
        Ask("hungry", Rule(YES, "cook"), otherwise("bake")),
        Step("cook", otherwise("end")),
        Step("bake", otherwise("end")),
        END,
    )
    assert reachable(model) == {"hungry", "cook", "bake", "end"}
