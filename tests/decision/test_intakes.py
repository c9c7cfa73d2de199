"""Each decision's own part, node by node: what an answer leads to, before and after the wait."""

from datetime import UTC, datetime, timedelta

import pytest

from skill.decision.models import MODELS
from skill.decision.models.device_help import WORKS_HOURS
from skill.decision.walk import Place, because, walk

Answers = dict[str, str | None]
THEN = datetime(2026, 11, 1, 9, tzinfo=UTC)

ORDER: Answers = {"stage": "after", "item": "kettle", "matter": "damaged"}
DEVICE: Answers = {"device": "echo", "trouble": "no sound"}
QUESTION: Answers = {"stage": "before", "topic": "size", "question": "does it fit"}

LEADS: dict[str, tuple[tuple[Answers, str], ...]] = {
    "lost_package": (
        ({}, "item"),
        ({"item": "kettle"}, "status"),
        ({"item": None}, "status"),
        ({"item": "kettle", "status": "delivered"}, "checked"),
        ({"item": "kettle", "status": "delivered", "checked": "no"}, "sold_by"),
        ({"item": "kettle", "status": "stuck"}, "sold_by"),
        ({"item": "kettle", "status": "late"}, "sold_by"),
        ({"item": "kettle", "status": "none"}, "sold_by"),
        ({"item": "kettle", "status": None}, "sold_by"),
        ({"item": "kettle", "status": "stuck", "sold_by": "amazon"}, "urgent"),
        ({"item": "kettle", "status": "stuck", "sold_by": None}, "urgent"),
        ({"item": "kettle", "status": "stuck", "sold_by": "seller"}, "contacted"),
        ({"item": "kettle", "status": "stuck", "contacted": "yes"}, "seller_answered"),
        ({"item": "kettle", "status": "stuck", "sold_by": "seller", "contacted": "no"}, "urgent"),
        ({"item": "kettle", "status": "stuck", "seller_answered": "no"}, "order_number"),
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
    "ask_seller": "C-SELLER",
    "chat_or_seller": "C-SELLER",
    "ask_alexa": "C-ALEXA",
    "device_support": "C-DEVICE",
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
    assert place.channel == CHANNELS.get(leads_to)


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
    answers: Answers = {"item": "kettle", "status": "stuck", "sold_by": "seller", "contacted": "no", "urgent": "no"}
    place = walk(MODELS["lost_package"], answers | {"files": "no", "order_number": None})
    assert place.channel == "C-SELLER"
    assert ("sold_by", "seller") in because(MODELS["lost_package"], place)
