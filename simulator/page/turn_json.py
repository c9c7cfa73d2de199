"""A turn as the page gets it: the object of ``--json``, and what a page wants to know besides."""

from simulator.device.failure import why_it_failed
from simulator.device.ringing import Rang
from simulator.envelope import Json
from simulator.recording.overheard import Step
from simulator.recording.turn import Turn
from simulator.talk.json_lines import as_json

CONSENT_CARD = "AskForPermissionsConsent"


def turn_as_json(turn: Turn) -> Json:
    """The object; ``rang``, ``ask`` and ``failure`` are there only when there is something in them."""
    written = {
        "number": turn.number,
        "at": turn.at.isoformat(),
        "locale": turn.place.locale,
        "device": turn.place.device,
        "user": turn.place.user,
        **as_json(turn.result),
        "steps": [step._asdict() for step in turn.steps],
    }
    if turn.result.rang:
        written["rang"] = [rang_as_json(rang) for rang in turn.result.rang]
    if scopes := _asked_by_card(turn):
        written["ask"] = scopes
    if failure := why_it_failed(turn.result):
        written["failure"] = failure
    return written


def rang_as_json(rang: Rang) -> Json:
    """A reminder that rang."""
    return {"at": rang.at.isoformat(), "text": rang.text, "spoken": rang.spoken}


def _asked_by_card(turn: Turn) -> list[str]:
    """The scopes that the shown card asks for, if it is one that does."""
    card = turn.result.card
    asks = any(_card_type(step) == CONSENT_CARD for step in turn.steps)
    return card.text.splitlines() if card and card.title == CONSENT_CARD and asks else []


def _card_type(step: Step) -> object:
    card = ((step.response or {}).get("response") or {}).get("card")
    return card.get("type") if isinstance(card, dict) else None
