"""Every path through every decision ends well, and no message claims what is not so."""

import random
from functools import cache

import pytest

from skill.decision.check import reachable
from skill.decision.condition import holds, leaves
from skill.decision.message import true_paragraphs, true_parts
from skill.decision.model import Ask, Outcome
from skill.decision.models import MODELS
from skill.decision.models.channels import CHANNELS
from skill.decision.walk import walk, with_implied
from tests.decision.paths import Stop, every_stop, values

CLAIMS: dict[str, dict[str, tuple[str | None, ...]]] = {
    "done.address_checked": {"checked": ("yes",)},
    "done.seller_silent": {"seller_answered": ("no",)},
    "done.seller_silent_too": {"seller_answered": ("no",), "urgent": ("yes",)},
    "done.seller_no_help_either": {"seller_answered": ("yes",), "solved": ("no",), "urgent": ("yes",)},
    "done.seller_no_help": {"seller_answered": ("yes",), "solved": ("no",)},
    "done.amazon_silent": {"amazon_answered": ("no",)},
    "done.amazon_no_help": {"amazon_answered": ("yes",), "solved": ("no",)},
    "done.email_silent": {"email_answered": ("no",)},
    "done.email_no_help": {"email_answered": ("yes",), "email_solved": ("no",)},
    "done.tracking_checked": {"tried": ("yes",)},
    "done.order_page_checked": {"tried": ("yes",)},
    "done.change_failed": {"tried": ("yes",)},
    "done.photos_taken": {"tried": ("yes",)},
    "done.policy_read": {"tried": ("yes",)},
    "done.password_reset": {"tried": ("yes",)},
    "done.bank_told": {"tried": ("yes",)},
    "done.window_closed": {"window": ("closed",)},
    "device.tried": {"tried": ("yes",)},
    "device.not_tried": {"tried": ("no",)},
    "device.support_no_help": {"device_works": ("no",)},
    "order.not_shipped": {"order_state": ("not_shipped",)},
    "order.cancelled": {"order_state": ("cancelled",)},
    "order.wrong_details": {"order_state": ("wrong_details",)},
    "order.ask_correction": {"order_state": ("wrong_details",)},
    "change.cancel": {"change": ("cancel",)},
    "change.address": {"change": ("address",)},
    "step.address_on_page": {"change": ("address",)},
    "return.refused": {"return_state": ("refused",)},
    "return.impossible": {"return_state": ("impossible",)},
    "return.refund_missing": {"return_state": ("refund_missing",)},
    "account.stolen": {"account_state": ("stolen",)},
    "account.locked": {"account_state": ("locked",)},
    "account.password": {"account_state": ("password",)},
    "gift_card.refused": {"card_state": ("refused",)},
    "gift_card.lost": {"card_state": ("lost",)},
    "gift_card.short": {"card_state": ("short",)},
    "payment.unknown": {"charge_state": ("unknown", None)},
    "payment.fraud": {"charge_state": ("fraud",)},
    "suspicious.mail": {"suspicion": ("mail",)},
    "suspicious.call": {"suspicion": ("call",)},
    "suspicious.text": {"suspicion": ("text",)},
    "suspicious.gave": {"gave": ("yes",)},
    "suspicious.told": {"gave": ("yes",)},
    "suspicious.gave_nothing": {"gave": ("no",)},
    "account.attached": {"files": ("yes",)},
    "gift_card.attached": {"files": ("yes",)},
    "device.attached": {"files": ("yes",)},
    "lost.attached": {"files": ("yes",)},
    "attached_proof": {"files": ("yes",)},
    "step.attach_files": {"files": ("yes",)},
    "lost.it_not_received": {"status": ("delivered",)},
    "lost.not_received": {"status": ("delivered",)},
    "lost.no_tracking": {"status": ("none",)},
    "seller.buys": {"buying": ("yes",)},
    "seller.buys_within": {"buying": ("yes",)},
    "seller.bought_from_seller": {"sold_by": ("seller",)},
    "matter.missing": {"matter": ("missing",)},
    "matter.damaged": {"matter": ("damaged",)},
    "matter.faulty": {"matter": ("faulty",)},
    "matter.poor": {"matter": ("poor",)},
    "matter.wrong": {"matter": ("wrong",)},
    "matter.refund": {"matter": ("refund",)},
    "step.restart_first": {"tried": ("no", None)},
    "step.seller_then_amazon": {"sold_by": ("seller",)},
}
"""Parts that state what somebody did, has or wants, and what the person must have told us for that."""
SHUFFLES = 1_500
each_decision = pytest.mark.parametrize("model_id", MODELS)


@cache
def every_message(model_id: str) -> tuple[tuple[Stop, list[str], list[str]], ...]:
    """Every stop that has a message, with the ids of what stands in the message and below it."""
    return tuple((stop, *parts_of(stop, model_id)) for stop in every_stop(model_id) if not stop.outcome.solved)


def parts_of(stop: Stop, model_id: str) -> tuple[list[str], list[str]]:
    """The ids of what stands in a stop's message and below it."""
    model = MODELS[model_id]
    message = model.messages[stop.outcome.id, stop.place.channel or ""]
    paragraphs = true_paragraphs(message, stop.place.facts)
    steps = true_parts((*model.first_steps, *stop.outcome.steps), stop.place.facts)
    return [part for paragraph in paragraphs for part in paragraph], list(steps)


@each_decision
def test_every_path_ends_in_an_outcome_and_nothing_is_asked_twice(model_id: str) -> None:
    stops = every_stop(model_id)  # raises on a question that is put again
    assert {stop.place.asking for stop in stops} == {None}


@each_decision
def test_every_node_lies_on_some_path(model_id: str) -> None:
    passed = {node for stop in every_stop(model_id) for node in stop.place.path}
    assert passed == reachable(MODELS[model_id])


@each_decision
def test_every_question_that_the_decision_can_put_is_put_on_some_path(model_id: str) -> None:
    model = MODELS[model_id]
    asked = {question for stop in every_stop(model_id) for question in stop.asked}
    wanted = {want.question for outcome in reachable(model) for want in model.wants.get(outcome, ())}
    asks = {node.question for id_ in reachable(model) if isinstance(node := model.nodes[id_], Ask)}
    assert asked == (asks | wanted) - set(model.given)


@each_decision
def test_every_outcome_that_is_not_solved_has_a_channel_a_message_and_next_steps(model_id: str) -> None:
    for stop, message, steps in every_message(model_id):
        assert stop.place.channel in CHANNELS
        assert message, stop
        assert steps, stop


@each_decision
def test_a_solved_case_has_no_channel(model_id: str) -> None:
    solved = [stop for stop in every_stop(model_id) if stop.outcome.solved]
    assert {(stop.outcome.id, stop.place.channel) for stop in solved} == {("closed", None)}


@each_decision
def test_no_message_says_the_same_twice(model_id: str) -> None:
    for stop, message, _ in every_message(model_id):
        assert len(message) == len(set(message)), (message, stop.answers)


@each_decision
def test_no_message_claims_what_the_person_has_not_told(model_id: str) -> None:
    model = MODELS[model_id]
    for stop, message, steps in every_message(model_id):
        told = with_implied(model, stop.answers)
        for part in (*message, *steps):
            for question, wanted in CLAIMS.get(part, {}).items():
                assert told.get(question) in wanted, (part, stop.answers)


def test_every_part_that_tells_what_was_done_is_held_to_what_the_person_told() -> None:
    messages = [message for model in MODELS.values() for message in model.messages.values()]
    claims = {part.id for message in messages for part in message.parts if part.id.startswith("done.")}
    assert claims <= CLAIMS.keys()


@each_decision
def test_the_history_is_told_where_a_case_goes_further_up(model_id: str) -> None:
    for stop, message, _ in every_message(model_id):
        if stop.outcome.id in ("claim", "senior"):
            answered, solved = stop.answers["email_answered"], stop.answers.get("email_solved")
            assert ("done.email_silent" in message) == (answered == "no")
            assert ("done.email_no_help" in message) == (solved == "no")


@each_decision
def test_what_is_known_is_never_asked_and_the_order_in_which_it_is_told_does_not_matter(model_id: str) -> None:
    model = MODELS[model_id]
    takes = sorted(question for question in model.questions if model.takes(question))
    dice = random.Random(f"told up front: {model_id}")
    for _ in range(SHUFFLES):
        told = {question: dice.choice(values(model, question)) for question in dice.sample(takes, dice.randint(0, 6))}
        answers, asked = dict(told), set[str]()
        while (question := walk(model, answers).asking) is not None:
            assert question not in asked | set(told) | set(model.given)
            asked.add(question)
            answers[question] = dice.choice(values(model, question))
        shuffled = dict(dice.sample(sorted(answers.items(), key=str), len(answers)))
        assert walk(model, shuffled) == walk(model, answers)


@each_decision
def test_what_does_not_count_can_be_dropped_and_nothing_changes(model_id: str) -> None:
    model = MODELS[model_id]
    takes = sorted(question for question in model.questions if model.takes(question))
    dice = random.Random(f"off the path: {model_id}")
    for _ in range(SHUFFLES):
        answers = {question: dice.choice(values(model, question)) for question in takes}
        place = walk(model, answers)
        assert isinstance(place.outcome, Outcome)
        assert walk(model, {q: value for q, value in answers.items() if q in place.facts}) == place


@each_decision
def test_what_follows_from_an_answer_is_never_asked(model_id: str) -> None:
    model = MODELS[model_id]
    for follows in model.follows:
        for question in {leaf.question for leaf in leaves(follows.when)}:
            for answer in values(model, question):
                if holds(follows.when, {question: answer}):
                    known = with_implied(model, {question: answer})
                    assert known[follows.question] == follows.value
                    assert walk(model, {question: answer}).asking != follows.question
