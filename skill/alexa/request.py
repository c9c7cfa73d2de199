"""From an envelope to a turn: what the person meant, in the talk's own terms."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from ask_sdk_model.slu import entityresolution

from skill.alexa.free_text import alarm, choice, command, digits, spelled, thing
from skill.alexa.intents import ELICITED, FREE_TEXT, MEANINGS, PROBLEMS, TOPICS_ASKED, TOPICS_BY_SLOT
from skill.alexa.permissions import consent_of
from skill.alexa.request_kind import INTENT, LAUNCH, kind_of
from skill.alexa.secrets import is_secret
from skill.conversation.contact import SETTLED_BY
from skill.conversation.facts import TICKET
from skill.conversation.talk import ORDER_NUMBER
from skill.conversation.topics import TOPICS
from skill.conversation.turn import Intention, Said, Turn
from skill.value import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ask_sdk_model import IntentRequest, RequestEnvelope, Slot

DEFAULT_LOCALE = "en-US"
_HOURS_AHEAD = {"en-AU": 10, "en-IN": 5, "de-DE": 1, "en-US": -5, "en-CA": -5}
"""Roughly how far a locale's clocks are ahead of UTC: enough to know which day it is for most of the day."""
_WHOLE_DIGITS = 7
_CENTS_DIGITS = 2
CONTACT_BY = "contact_by"
_NO_NEWS = ("no", "silent", "not_yet", "written")
"""How far an answer got, where nothing came of it."""
ORDINALS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "last": -1,
}
"""Places in a list by their ids."""
_NOT_UNDERSTOOD = ("", "?")


def person(envelope: RequestEnvelope) -> str:
    """The key under which this person's record is kept: Alexa's user id, at most 255 characters."""
    return str(envelope.context.system.user.user_id)


def locale(envelope: RequestEnvelope) -> str:
    """The locale of the request."""
    return envelope.request.locale or DEFAULT_LOCALE


def session_record(envelope: RequestEnvelope) -> object:
    """The record that the last response of this session left, if any."""
    return ((envelope.session and envelope.session.attributes) or {}).get("record")


def to_turn(envelope: RequestEnvelope) -> Turn:
    """The turn of a LaunchRequest, an IntentRequest, or of Alexa's answer to our asking for a permission."""
    request = envelope.request
    here = locale(envelope)
    now = request.timestamp.astimezone(UTC) if request.timestamp else datetime.now(UTC)
    today = (now + timedelta(hours=_HOURS_AHEAD.get(here, 0))).date()
    new = bool(envelope.session and envelope.session.new)
    if kind_of(request) == LAUNCH:
        return Turn(Intention.OPEN, now, today, new_session=new)
    if kind_of(request) != INTENT:
        return Turn(Intention.CONSENT, now, today, consent=consent_of(request))
    return _intent_turn(request, here, Turn(Intention.MISHEARD, now, today, new_session=new))


def _intent_turn(request: IntentRequest, here: str, blank: Turn) -> Turn:
    name = request.intent.name
    slots = [slot for slot in (request.intent.slots or {}).values() if _said(slot)]
    if MEANINGS.get(name) is Intention.SECRET or any(is_secret(slot.value, here) for slot in slots):
        return replace(blank, intention=Intention.SECRET)
    swallowed = next((found for slot in slots if (found := _swallowed(slot, here))), None)
    if swallowed:
        name, slots = swallowed, []
    topic = _topic(name, slots, here)
    if topic:
        return replace(blank, intention=Intention.ASK_ABOUT, topic=topic)
    facts = (*_amount(slots), *(fact for slot in slots for fact in _facts(slot, here)))
    if name in PROBLEMS:
        named = PROBLEMS[name]
        return replace(blank, intention=Intention.PROBLEM, facts=facts, problem=named.problem, given=named.given)
    if name in MEANINGS:
        values = {slot.name: found for slot in slots if (found := _id(slot) or choice(slot.value, slot.name, here))}
        return replace(
            blank,
            intention=MEANINGS[name],
            facts=facts,
            field=values.get("field"),
            form=values.get("form"),
            ordinal=ORDINALS.get(values.get("ordinal", "")),
            problem=values.get("kind") or _kind(slots, here),
        )
    if name == ELICITED[TICKET].intent and not facts:
        return replace(blank, intention=Intention.CHANGE, field=TICKET)
    return replace(blank, intention=Intention.TELL if facts else Intention.MISHEARD, facts=facts)


def _kind(slots: list[Slot], here: str) -> str | None:
    """The kind of case that the words for a thing name: "my package" is what a lost package is called."""
    item = next((slot.value for slot in slots if slot.name == "item"), None)
    return choice(item, "kind", here) if item else None


def _topic(name: str, slots: list[Slot], here: str) -> str | None:
    """The topic that an intent asks about; None for no such intent, and for words that name no topic of ours."""
    if name not in TOPICS_BY_SLOT:
        return TOPICS_ASKED.get(name)
    asked = TOPICS_BY_SLOT[name]
    named = next((slot for slot in slots if slot.name == asked.slot), None)
    if named is None:
        return asked.otherwise
    found = _id(named) or choice(named.value.strip(), named.name, here)
    return found if found in TOPICS else None


def _amount(slots: list[Slot]) -> Iterator[Said]:
    """An amount of money comes as two numbers: "forty nine dollars and ninety nine cents"."""
    numbers = {slot.name: slot.value.strip() for slot in slots if slot.name in ("amount", "cents")}
    amount, cents = numbers.get("amount", ""), numbers.get("cents", "")
    has_cents = _is_number(cents, _CENTS_DIGITS)
    if _is_number(amount, _WHOLE_DIGITS):
        yield Said("amount", f"{amount}.{cents:0>2}" if has_cents else amount)
    elif has_cents:
        yield Said("amount", f"0.{cents:0>2}")


def _is_number(text: str, most_digits: int) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= most_digits


def _said(slot: Slot) -> bool:
    """Whether the slot holds words: empty and blank values do arrive."""
    return (slot.value or "").strip() not in _NOT_UNDERSTOOD


def _swallowed(slot: Slot, here: str) -> str | None:
    """The intent that the words in a slot really are: a command in free text, an alarm where nothing else matched."""
    if slot.name in FREE_TEXT:
        found = command(slot.value, here)
        if found in MEANINGS:
            return found
    return alarm(slot.value, here) if slot.name != "question" and _id(slot) is None else None


def _facts(slot: Slot, here: str) -> Iterator[Said]:
    words = slot.value.strip()
    match slot.name:
        case "field" | "amount" | "cents" | "channel" | "checklist" | "kind" | "ordinal" | "form":
            return
        case "ticket":
            yield Said(slot.name, None, spelled(words, here) or words)
        case "order_number":
            yield _order_number(words, here)
        case "item":
            yield Said(slot.name, _id(slot), thing(words, here))
        case "solved" | "seller_contact":
            yield _news(slot, here)
        case _ if _is_custom(slot):
            yield Said(slot.name, _id(slot) or choice(words, slot.name, here), words)
        case _:
            yield Said(slot.name, words, words)


def _news(slot: Slot, here: str) -> Said:
    """What somebody says of an answer: how far it got, or what came of it ("they sent my money back")."""
    words = slot.value.strip()
    found = _id(slot) or choice(words, slot.name, here)
    came_of_it = None if found in _NO_NEWS else choice(words, SETTLED_BY, here)
    return Said(SETTLED_BY, came_of_it, words) if came_of_it else Said(slot.name, found, words)


def _order_number(words: str, here: str) -> Said:
    """Digits; or the wish to talk or to type, which free text swallows: "just have them call me"."""
    number = digits(words, here)
    wish = None if number else choice(words, CONTACT_BY, here)
    return Said(CONTACT_BY, wish, words) if wish else Said(ORDER_NUMBER, number, words)


def _is_custom(slot: Slot) -> bool:
    """Whether the slot has a type of our own: only those come with resolutions."""
    return bool(slot.resolutions and slot.resolutions.resolutions_per_authority)


def _id(slot: Slot) -> str | None:
    """The id of the value that the words resolved to; a dynamic authority and the model's own count alike."""
    for authority in slot.resolutions.resolutions_per_authority if _is_custom(slot) else ():
        if authority.status.code is entityresolution.StatusCode.ER_SUCCESS_MATCH and authority.values:
            return str(authority.values[0].value.id)
    return None
