"""The utterance profiler: what the ears make of an utterance, without calling the skill.

While the dialog section wants more of the intent, Alexa's next question comes with a token, and the answer to it is
profiled with that token. Whether the dialog is delegated makes no difference, since there is no skill to delegate it.
Source: utterance-profiler-api.
"""

from typing import NamedTuple

from simulator.dialogs.delegation import Question, next_question
from simulator.dialogs.dialog import Dialog, go_on
from simulator.dialogs.prompts import worded
from simulator.dialogs.yes_or_no import yes_or_no
from simulator.ears.heard import Heard
from simulator.ears.platform_exit import is_platform_exit
from simulator.envelope import Json
from simulator.models.declared import Declared
from simulator.plain_text import plain_text
from simulator.smapi.errors import bad_request
from simulator.smapi.intents import intent_json, runner_up
from simulator.smapi.service import OpenDialog, Service


class Profiled(NamedTuple):
    """What is profiled: the locale, what is said, and the token of the question that it answers, if any."""

    locale: str
    utterance: str
    token: str | None = None


def profile(service: Service, profiled: Profiled) -> Json:
    """The ``v1.skill.evaluations.ProfileNluResponse``; raises CallRefused."""
    locale, utterance, _ = profiled
    if locale not in service.skill.locales:
        # The specification has no 404 for this call.
        raise bad_request(f"The skill has no interaction model for the locale {locale[:20]!r}.")
    ears, dialog = service.ears(locale), _open_dialog(service, profiled)
    if is_platform_exit(utterance, locale):
        return {"sessionEnded": True, "consideredIntents": []}
    eliciting = dialog.elicitation if dialog else None
    heard = ears.hear(utterance, today=service.now(locale).date(), eliciting=eliciting)
    declared = Declared(service.model(locale))
    intent = _answered(heard, dialog, profiled) or go_on(heard, dialog, declared)[0]
    told = {
        "sessionEnded": False,
        "selectedIntent": intent_json(intent.as_intent()),
        "consideredIntents": runner_up(heard.runner_up),
    }
    question = next_question(intent, declared, service.now(locale))
    return told | ({"multiTurn": _multi_turn(service, locale, declared, question)} if question else {})


def _open_dialog(service: Service, profiled: Profiled) -> Dialog | None:
    if profiled.token is None:
        return None
    kept = service.open_dialogs.get(profiled.token)
    if kept is None or kept.locale != profiled.locale:
        raise bad_request("multiTurnToken was not given out for this locale, or too many came after it.")
    return kept.dialog


def _answered(heard: Heard, dialog: Dialog | None, profiled: Profiled) -> Dialog | None:
    """The dialog after yes or no; None when that was not what was asked, or not what was said."""
    if dialog is None or not dialog.confirming:
        return None
    settled = yes_or_no(heard, profiled.utterance, profiled.locale)
    return dialog.confirmed(settled) if settled else None


def _multi_turn(service: Service, locale: str, declared: Declared, question: Question) -> Json:
    step, prompt = question.dialog.step, declared.prompt(question.prompt)
    assert step is not None
    kind = "ElicitSlot" if step.kind == "elicit" else "ConfirmSlot" if step.slot else "ConfirmIntent"
    act = {"type": f"Dialog.{kind}"} | ({"targetSlot": step.slot} if step.slot else {})
    words = plain_text(worded(prompt, 0, question.dialog.slots)) if prompt else ""
    return {"dialogAct": act, "token": service.open_dialogs.add(OpenDialog(locale, question.dialog)), "prompt": words}
