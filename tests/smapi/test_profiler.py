"""The utterance profiler: what is heard, and a dialog that goes on from one profile to the next."""

import pytest

from tests.simulator.tea import Skill, ask
from tests.smapi.calls import STAGE, Caller, Json, caller


def _place(locale: str = "en-US") -> str:
    return f"{STAGE}/interactionModel/locales/{locale}/profileNlu"


def _profiled(someone: Caller, utterance: str, token: str | None = None) -> Json:
    body = {"utterance": utterance} | ({"multiTurnToken": token} if token else {})
    told: Json = someone.post(_place(), body)
    return told


def test_an_utterance_is_told_with_its_intent_and_slots_and_the_skill_is_not_called() -> None:
    skill = Skill(ask())
    told = _profiled(caller(skill), "i want sencha")
    assert told["sessionEnded"] is False
    assert told["selectedIntent"]["name"] == "OrderTeaIntent"
    (resolved,) = told["selectedIntent"]["slots"]["tea"]["resolutions"]["resolutionsPerAuthority"]
    assert resolved["values"] == [{"name": "green tea", "id": "green"}]
    assert "multiTurn" not in told
    assert skill.seen == []


def test_what_nobody_understands_is_the_fallback_intent() -> None:
    told = _profiled(caller(Skill(ask())), "quux quuz corge")
    assert told["selectedIntent"]["name"] == "AMAZON.FallbackIntent"


def test_exit_ends_the_session_and_selects_nothing() -> None:
    assert _profiled(caller(Skill(ask())), "exit") == {"sessionEnded": True, "consideredIntents": []}


def test_a_dialog_goes_on_with_the_token_until_nothing_is_missing() -> None:
    someone = caller(Skill(ask()))
    told = _profiled(someone, "book a table")
    asked = []
    for answer in ("on friday", "four people", "yes", "yes"):
        asked.append((told["multiTurn"]["dialogAct"], told["multiTurn"]["prompt"]))
        told = _profiled(someone, answer, told["multiTurn"]["token"])
    assert asked == [
        ({"type": "Dialog.ElicitSlot", "targetSlot": "day"}, "For which day?"),
        ({"type": "Dialog.ElicitSlot", "targetSlot": "guests"}, "How many people will come?"),
        ({"type": "Dialog.ConfirmSlot", "targetSlot": "guests"}, "4 people, right?"),
        ({"type": "Dialog.ConfirmIntent"}, "A table for 4 on 2026-03-06, right?"),
    ]
    assert "multiTurn" not in told
    assert told["selectedIntent"]["confirmationStatus"] == "CONFIRMED"
    assert told["selectedIntent"]["slots"]["guests"]["confirmationStatus"] == "CONFIRMED"


def test_a_value_that_is_denied_is_asked_for_again() -> None:
    someone = caller(Skill(ask()))
    told = _profiled(someone, "book a table for friday")
    for answer in ("four people", "no"):
        told = _profiled(someone, answer, told["multiTurn"]["token"])
    assert told["multiTurn"]["dialogAct"] == {"type": "Dialog.ElicitSlot", "targetSlot": "guests"}


def test_the_bare_answer_means_nothing_without_the_token() -> None:
    someone = caller(Skill(ask()))
    _profiled(someone, "book a table")
    assert _profiled(someone, "seven")["selectedIntent"]["name"] != "BookTableIntent"


@pytest.mark.parametrize("locale", ["en-US", "de-DE"])
def test_a_token_that_was_not_given_out_for_the_locale_is_refused(locale: str) -> None:
    someone = caller(Skill(ask()))
    token = "made up" if locale == "en-US" else _profiled(someone, "book a table")["multiTurn"]["token"]
    refused = someone.post(_place(locale), {"utterance": "on friday", "multiTurnToken": token})
    assert "multiTurnToken" in refused["message"]
    assert someone.status == 400


def test_a_locale_without_a_model_is_refused() -> None:
    someone = caller(Skill(ask()))
    assert "fr-FR" in someone.post(_place("fr-FR"), {"utterance": "du thé"})["message"]
    assert someone.status == 400
