"""A reply in words: what Alexa says, what she says when nobody answers, and what stands on the card."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from skill.conversation.acts import (
    Act,
    Called,
    CaseList,
    LeftOpen,
    Moment,
    Noted,
    Odd,
    Point,
    ReadBack,
    ReadMessage,
    SoFar,
)
from skill.conversation.reply import Reply
from skill.conversation.talk import ORDER_NUMBER
from skill.value import replace
from skill.wording.card import CardText, card_text, message_paragraphs
from skill.wording.catalog import Catalog, catalog
from skill.wording.dial import exact_for_the_ear
from skill.wording.fill import fill, variant
from skill.wording.moments import moment_words
from skill.wording.ssml import escape, without_tags
from skill.wording.values import for_the_ear, shorten

_OTHER_MANNER = {"": "rephrase", "rephrase": "example", "example": "rephrase", "more": "example"}
"""How a question is put again when nobody answers: never in the same words."""

BREATH = 38
"""Words."""

MOST_ECHOES = 3
"""Lists come in threes: of more facts than this, two are said back, and the rest as such."""


class Words(NamedTuple):
    """A worded reply. ``speech`` and ``reprompt`` are SSML fragments without the speak element."""

    speech: str
    reprompt: str | None
    card: CardText | None


def word(reply: Reply, locale: str) -> Words:
    """The reply in the language of the locale."""
    voice = _Voice(locale)
    acts = (*reply.acts, reply.question) if reply.question else reply.acts
    spoken = _in_one_breath([(act, voice.say(act, reply.turn + place)) for place, act in enumerate(acts)])
    reprompt = None
    if reply.question:
        again = replace(reply.question, manner=_OTHER_MANNER[reply.question.manner])
        reprompt = voice.say(again, reply.turn)
    card = card_text(voice.said, voice.messages, reply.card) if reply.card else None
    return Words(" ".join(part for part in spoken if part), reprompt, card)


def _in_one_breath(spoken: list[tuple[Act, str]]) -> list[str]:
    """What is said; where it is more than a breath holds, without saying back what the person has just told us."""
    if sum(len(without_tags(words).split()) for _, words in spoken) > BREATH:
        spoken = [(act, words) for act, words in spoken if type(act) not in (Noted, LeftOpen)]
    return [words for _, words in spoken]


def reminder_text(locale: str) -> str:
    """What Alexa says when a reminder rings: plain text, and nothing private, since anybody in the room hears it."""
    return catalog("said", locale).message("reminder") or ""


class _Voice:
    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.said = catalog("said", locale)
        self.turn = 0

    @property
    def messages(self) -> Catalog:
        """What stands on cards: not read before there is one."""
        return catalog("messages", self.locale)

    def say(self, act: Act, turn: int) -> str:
        """The act in words, in the way of saying it that is this turn's."""
        self.turn = turn
        match act:
            case Noted(facts):
                return self._noted(act.key, facts)
            case SoFar(digits) | ReadBack(digits):
                return self._text(act.key, {"digits": for_the_ear(self.said, ORDER_NUMBER, digits)})
            case Odd(_, lowest, highest):
                return self._text(act.key, {"lowest": str(lowest), "highest": str(highest)})
            case Point(_, facts):
                return self._text(act.key, exact_for_the_ear(self.said, facts))
            case ReadMessage():
                return f"{self._text(act.key)} {self._message(act)}"
            case CaseList(cases, more):
                names = [self._called(case) for case in cases]
                names += [self._text("case.more", {"number": str(more)})] if more else []
                return self._text(act.key, {"cases": self._joined(names), "number": str(len(cases) + more)})
            case _:
                return self._sentence(self._text(act.key, self._arguments(act)))

    def _arguments(self, act: Act) -> dict[str, str]:
        """What an act holds, in words: a case by its name, a moment as it is said."""
        words: dict[str, str] = {}
        for name, value in vars(act).items():
            if isinstance(value, Called):
                words[name] = self._called(value)
            elif isinstance(value, Moment):
                words[name] = escape(moment_words(self.said, value))
        return words

    def _called(self, case: Called) -> str:
        id_ = f"case.{case.kind}.{case.words}" if case.kind == "device" else f"case.{case.kind}"
        return self._text(id_, {"name": escape(shorten(case.words))})

    def _sentence(self, text: str) -> str:
        """The text with its first letter as a sentence begins: a case's name may stand there."""
        return text[:1].upper() + text[1:]

    def _text(self, id_: str, arguments: Mapping[str, str] | None = None) -> str:
        text = self.said.message(id_)
        return fill(id_, None if text is None else variant(text, self.turn), arguments or {})

    def _noted(self, key: str, facts: Sequence[tuple[str, str]]) -> str:
        echoes = [echo for question, value in facts if (echo := self._echo(question, value))]
        if not echoes:
            return self._text("noted.plain")
        if len(echoes) > MOST_ECHOES:
            told = self._text("list.rest", {"first": self._joined(echoes[: MOST_ECHOES - 1])})
        else:
            told = self._joined(echoes)
        return self._text(key, {"facts": told})

    def _echo(self, question: str, value: str) -> str:
        id_ = f"echo.{question}.{value}"
        if self.said.message(id_) is None:
            id_ = f"echo.{question}"
        return self._text(id_, {"value": for_the_ear(self.said, question, value)})

    def _joined(self, parts: list[str]) -> str:
        joined = parts[0]
        for part in parts[1:]:
            joined = self._text("list.next", {"first": joined, "last": part})
        return joined

    def _message(self, act: ReadMessage) -> str:
        blank = self._text("blank")
        paragraphs = message_paragraphs(self.said, self.messages, act.paragraphs, act.facts, gap=blank)
        return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
