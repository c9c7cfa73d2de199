"""Listening with the ears of the simulator, with the slots read as the skill reads them."""

from datetime import date
from functools import cache, partial
from pathlib import Path

from simulator.ears.ears import Ears, Elicitation
from simulator.ears.heard import STRICT, Heard, HeardSlot
from simulator.models.folder import read_model
from skill.alexa.free_text import choice, thing
from skill.alexa.intents import ELICITED, TOPICS_BY_SLOT
from skill.decision.expects import Choice
from skill.decision.models.questions import QUESTIONS
from tools.hearing.results import Result
from tools.hearing.utterances import FALLBACK, LANGUAGES, ROOT, Utterance, held_back, read_utterances

TODAY = date(2026, 11, 23)
TOPIC_SLOTS = {asked.slot for asked in TOPICS_BY_SLOT.values()}


def listen(language: str, root: Path = ROOT, *, strict: bool) -> list[Result]:
    """What the ears make of every utterance of a language, in the order of the file, each in its own locale."""
    ears = cache(lambda locale: Ears(read_model(root / "interaction_models", locale), locale, strict=strict))
    results = []
    for position, utterance in enumerate(read_utterances(language, root)):
        locale = utterance.locale or LANGUAGES[language]
        elicited = ELICITED.get(utterance.while_)
        eliciting = Elicitation(elicited.intent, elicited.slot) if elicited else None
        heard = ears(locale).hear(utterance.say, today=TODAY, eliciting=eliciting)
        wrong = _wrong_slots(utterance, heard, locale)
        intent = FALLBACK if _means_nothing(heard, locale) else heard.intent
        results.append(Result(utterance, held_back(position), intent, wrong, partial(_because, heard)))
    return results


def _means_nothing(heard: Heard, locale: str) -> bool:
    """Whether an elicited slot swallowed words in which the skill finds no answer, so that it asks again."""
    filled = [slot for slot in heard.slots.values() if slot.said]
    reads = heard.intent.startswith("Tell") or heard.intent in TOPICS_BY_SLOT
    return reads and bool(filled) and all(_is_no_choice(slot, locale) for slot in filled)


def _is_no_choice(slot: HeardSlot, locale: str) -> bool:
    question = QUESTIONS.get(slot.name)
    resolved = slot.resolution is not None and slot.resolution.values
    is_choice = slot.name in TOPIC_SLOTS or (question is not None and isinstance(question.expects, Choice))
    return is_choice and not resolved and choice(slot.said or "", slot.name, locale) is None


def _wrong_slots(utterance: Utterance, heard: Heard, locale: str) -> dict[str, str]:
    return {
        name: heard.slots[name].said or ""
        for name, wanted in utterance.slots.items()
        if name in heard.slots and not _held(heard.slots[name], locale) & set(wanted)
    }


def _held(slot: HeardSlot, locale: str) -> set[str]:
    """Everything that can be called the content of a slot; an empty text when it has none."""
    said = slot.said or ""
    contents = {slot.value or "", said.casefold(), thing(said.casefold(), locale)}
    if slot.resolution:
        contents |= {id_ for _, id_ in slot.resolution.values} or {choice(said, slot.name, locale) or said}
    return contents


def _because(heard: Heard) -> str:
    filled = {name: slot.value for name, slot in heard.slots.items() if slot.value is not None}
    score = (
        ""
        if heard.stage == STRICT
        else f" {heard.score:.2f}, next {heard.runner_up} {heard.runner_up_score or 0:.2f}"
    )
    return f"by {heard.how}{score} {filled or ''}".rstrip()
