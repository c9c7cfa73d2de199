"""Each decision's own part, node by node: what an answer leads to, before and after the wait."""

from datetime import UTC, datetime, timedelta

import pytest

from skill.decision.models import MODELS
from skill.decision.models.device_help import WORKS_HOURS
from skill.decision.walk import Place, because, walk

Answers = dict[str, str | None]
THEN = datetime(2026, 11, 1, 9, tzinfo=UTC)

ORDER: Answers = {"stage": "after", "item": "kettle", "matter": "damaged"}
LOST: Answers = {"item": "kettle"}
STUCK: Answers = LOST | {"status": "stuck", "tried": "yes"}
ORDERED: Answers = {"order_state": "cancelled", "tried": "yes"}
DAMAGED: Answers = LOST | {"matter": "damaged", "tried": "yes"}
DEVICE: Answers = {"device": "echo", "trouble": "no sound"}
QUESTION: Answers = {"stage": "before", "topic": "size", "question": "does it fit"}

LEADS: dict[str, tuple[tuple[Answers, str], ...]] = {
    "lost_package": (
        ({}, "item"),
        (LOST, "status"),
        ({"item": None}, "status"),
        (LOST | {"status": "delivered"}, "checked"),
        (LOST | {"status": "delivered", "checked": "no"}, "sold_by"),
        (LOST | {"status": "delivered", "checked": "solved"}, "closed"),
        (LOST | {"status": "stuck"}, "tried"),
        (LOST | {"status": "late"}, "tried"),
        (LOST | {"status": "none"}, "tried"),
        (LOST | {"status": None}, "tried"),
        (STUCK, "sold_by"),
        (STUCK | {"tried": "no"}, "sold_by"),
        (STUCK | {"tried": None}, "sold_by"),
        (STUCK | {"tried": "solved"}, "closed"),
        (STUCK | {"sold_by": "amazon"}, "urgent"),
        (STUCK | {"sold_by": None}, "urgent"),
        (STUCK | {"sold_by": "seller"}, "contacted"),
        (STUCK | {"contacted": "yes"}, "seller_answered"),
        (STUCK | {"sold_by": "seller", "contacted": "no"}, "urgent"),
        (STUCK | {"seller_answered": "no"}, "order_number"),
    ),
    "order_problem": (
        ({}, "order_state"),
        ({"order_state": "not_shipped"}, "tried"),
        ({"order_state": None}, "tried"),
        (ORDERED, "sold_by"),
        (ORDERED | {"tried": "solved"}, "closed"),
        (ORDERED | {"sold_by": "amazon"}, "urgent"),
        (ORDERED | {"sold_by": "seller"}, "contacted"),
        (ORDERED | {"sold_by": "amazon", "urgent": "yes"}, "contact_by"),
        (ORDERED | {"sold_by": "amazon", "urgent": "no", "files": "no"}, "order_number"),
    ),
    "change_order": (
        ({}, "change"),
        ({"change": "cancel"}, "tried"),
        ({"change": "address", "tried": "solved"}, "closed"),
        ({"change": "address", "tried": "no"}, "order_number"),
        ({"change": "address", "tried": "no", "contact_by": "call"}, "call_or_chat"),
    ),
    "damaged_item": (
        ({}, "item"),
        (LOST, "matter"),
        (LOST | {"matter": "damaged"}, "tried"),
        (LOST | {"matter": None}, "tried"),
        (DAMAGED, "sold_by"),
        (DAMAGED | {"tried": "solved"}, "closed"),
        (DAMAGED | {"sold_by": "amazon"}, "urgent"),
        (DAMAGED | {"sold_by": "amazon", "urgent": "no"}, "order_number"),
        (LOST | {"matter": "damaged", "files": "yes"}, "sold_by"),
        (LOST | {"matter": "damaged", "files": "no"}, "sold_by"),
        (LOST | {"matter": "damaged", "tried": None, "sold_by": "amazon", "urgent": "no"}, "files"),
    ),
    "return_refund": (
        ({}, "return_state"),
        ({"return_state": "refused"}, "tried"),
        ({"return_state": "refused", "tried": "solved"}, "closed"),
        ({"return_state": "refund_missing", "tried": "yes"}, "sold_by"),
        ({"return_state": "impossible", "tried": "no", "sold_by": "seller"}, "contacted"),
        ({"return_state": "impossible", "tried": "no", "sold_by": "amazon"}, "urgent"),
    ),
    "account_access": (
        ({}, "account_state"),
        ({"account_state": "stolen"}, "secure_now"),
        ({"account_state": "locked"}, "tried"),
        ({"account_state": "password"}, "tried"),
        ({"account_state": None}, "tried"),
        ({"account_state": "password", "tried": "solved"}, "closed"),
        ({"account_state": "password", "tried": "no"}, "urgent"),
        ({"account_state": "locked", "tried": "no", "urgent": "yes"}, "contact_by"),
        ({"account_state": "locked", "tried": "no", "urgent": "no", "files": "no"}, "chat_or_seller"),
    ),
    "gift_card": (
        ({}, "card_state"),
        ({"card_state": "lost"}, "urgent"),
        ({"card_state": None}, "urgent"),
        ({"card_state": "short", "urgent": "no"}, "files"),
        ({"card_state": "short", "urgent": "no", "files": "yes"}, "email"),
        ({"card_state": "short", "urgent": "no", "files": "no"}, "chat_or_seller"),
    ),
    "payment": (
        ({}, "charge_state"),
        ({"charge_state": "unknown"}, "tried"),
        ({"charge_state": "fraud", "tried": "no"}, "charged"),
        ({"charge_state": "fraud", "tried": "no", "charged": None}, "amount"),
        ({"charge_state": "fraud", "tried": "yes", "charged": None, "amount": "12"}, "call_or_chat"),
        ({"charge_state": "unknown", "tried": "solved"}, "closed"),
    ),
    "suspicious_contact": (
        ({}, "suspicion"),
        ({"suspicion": "mail"}, "gave"),
        ({"suspicion": None}, "gave"),
        ({"suspicion": "mail", "gave": "no"}, "stay_safe"),
        ({"suspicion": "mail", "gave": None}, "stay_safe"),
        ({"suspicion": "text", "gave": "yes"}, "secure_now"),
        ({"suspicion": "call", "gave": "now"}, "hang_up"),
    ),
    "contact_seller": (
        ({}, "stage"),
        ({"stage": "before"}, "topic"),
        ({"topic": "size"}, "question"),
        (QUESTION, "buying"),
        (QUESTION | {"buying": "yes"}, "days"),
        (QUESTION | {"buying": "no"}, "item"),
        (QUESTION | {"buying": None}, "item"),
        (QUESTION | {"buying": "yes", "days": "3"}, "item"),
        (QUESTION | {"days": "3"}, "item"),
        (QUESTION | {"days": "3", "item": "kettle"}, "ask_seller"),
        ({"stage": "after"}, "item"),
        ({"stage": None}, "item"),
        ({"matter": "refund"}, "item"),
        ({"ordered": "2026-11-01"}, "item"),
        ({"order_number": "1"}, "item"),
        ({"stage": "after", "item": "kettle"}, "matter"),
        (ORDER, "contacted"),
        (ORDER | {"contacted": "yes"}, "seller_answered"),
        (ORDER | {"contacted": "no"}, "window"),
        (ORDER | {"contacted": None}, "window"),
        (ORDER | {"contacted": "no", "window": "closed"}, "urgent"),
        (ORDER | {"contacted": "no", "window": "open"}, "order_number"),
        (ORDER | {"contacted": "no", "window": "open", "order_number": None}, "chat_or_seller"),
    ),
    "device_help": (
        ({}, "device"),
        ({"device": "echo"}, "trouble"),
        (DEVICE, "tried"),
        (DEVICE | {"tried": "no"}, "ask_alexa"),
        (DEVICE | {"tried": None}, "ask_alexa"),
        (DEVICE | {"tried": "solved"}, "closed"),
        (DEVICE | {"tried": "yes"}, "device_support"),
        (DEVICE | {"tried": "no", "urgent": "yes"}, "device_support"),
        (DEVICE | {"tried": "no", "urgent": "no"}, "ask_alexa"),
        (DEVICE | {"tried": "no", "urgent": "yes", "files": "yes"}, "email"),
        (DEVICE | {"tried": "yes", "device_works": "yes"}, "closed"),
        (DEVICE | {"tried": "yes", "device_works": "no"}, "email"),
        (DEVICE | {"tried": "no", "device_works": None}, "email"),
        (DEVICE | {"tried": "no", "device_works": "no", "email_answered": "no"}, "claim"),
    ),
}
CHANNELS = {
    "contact_seller": {"chat_or_seller": "C-SELLER"},
    "change_order": {"call_or_chat": "C-CALLBACK"},
    "account_access": {"chat_or_seller": "C-CHAT"},
    "gift_card": {"chat_or_seller": "C-CHAT"},
    "payment": {"call_or_chat": "C-CHAT"},
}
ANYWHERE = {
    "ask_seller": "C-SELLER",
    "ask_alexa": "C-ALEXA",
    "device_support": "C-DEVICE",
    "secure_now": "C-CALLBACK",
    "hang_up": "C-CALLBACK",
    "stay_safe": "C-CALLBACK",
    "email": "C-EMAIL",
    "claim": "C-ORDERS-FORM",
}
EVERY_LEAD = [(model_id, *lead) for model_id, leads in LEADS.items() for lead in leads]


def where(place: Place) -> str | None:
    """The question that is open, or the outcome that is told."""
    return place.outcome.id if place.outcome else place.asking


@pytest.mark.parametrize(("model_id", "answers", "leads_to"), EVERY_LEAD)
def test_these_answers_lead_here(model_id: str, answers: Answers, leads_to: str) -> None:
    place = walk(MODELS[model_id], answers)
    assert where(place) == leads_to
    assert place.channel == (ANYWHERE | CHANNELS.get(model_id, {})).get(leads_to)


@pytest.mark.parametrize("tried", ["yes", "no"])
def test_after_two_days_it_is_asked_whether_the_device_works(tried: str) -> None:
    answers = DEVICE | {"tried": tried}
    model, reached = MODELS["device_help"], {"ask_alexa": THEN, "device_support": THEN}
    assert WORKS_HOURS == 48
    assert walk(model, answers, now=THEN + timedelta(hours=47), reached=reached).asking is None
    assert walk(model, answers, now=THEN + timedelta(hours=48), reached=reached).asking == "device_works"


def test_a_question_before_buying_is_told_and_never_asked_about_again() -> None:
    answers = QUESTION | {"buying": "no", "item": "kettle"}
    place = walk(MODELS["contact_seller"], answers, now=THEN + timedelta(days=30), reached={"ask_seller": THEN})
    assert where(place) == "ask_seller"


def test_the_reasons_for_an_email_about_a_device_are_its_pictures() -> None:
    place = walk(MODELS["device_help"], DEVICE | {"tried": "no", "files": "yes"})
    assert because(MODELS["device_help"], place) == (("files", "yes"),)


def test_the_reasons_for_the_seller_are_who_sold_it() -> None:
    answers: Answers = STUCK | {"sold_by": "seller", "contacted": "no", "urgent": "no"}
    place = walk(MODELS["lost_package"], answers | {"files": "no", "order_number": None})
    assert place.channel == "C-SELLER"
    assert ("sold_by", "seller") in because(MODELS["lost_package"], place)
