"""Facts in words: once for the ear, as SSML, and once for the eye, as plain text."""

from skill.conversation.order_number import groups
from skill.decision.condition import Answers
from skill.decision.expects import Choice, Digits, Money, Number, PastDate
from skill.decision.models.questions import NEVER_ASKED, QUESTIONS
from skill.wording.catalog import Catalog
from skill.wording.dates import date_words
from skill.wording.fill import fill
from skill.wording.money import money_words
from skill.wording.ssml import escape

_QUESTION = "question"
_TICKET = "ticket"
LONGEST_SPOKEN = 80
"""Characters of the person's own words that are said back; a card holds more of them."""


def for_the_ear(said: Catalog, question: str, value: str) -> str:
    """A fact as an SSML fragment, escaped."""
    expects = QUESTIONS[question].expects
    if isinstance(expects, Digits):
        return spell(value, expects)
    if isinstance(expects, PastDate):
        return escape(date_words(said, value))
    if isinstance(expects, Money):
        return escape(money_words(said, value))
    if question == _TICKET:
        return f'<say-as interpret-as="spell-out">{escape(shorten(value))}</say-as>'
    return escape(shorten(value))


def _own_words(messages: Catalog, question: str, words: str) -> str:
    """The person's own words as their language writes them: speech comes to us without capitals."""
    spellings = dict(pair.split("=") for pair in (messages.message("style.words") or "").split())
    words = " ".join(spellings.get(word, word) for word in words.split(" "))
    if question == _QUESTION:
        return _sentence(words)
    if messages.message(f"style.{question}") == "last word capital":
        before, space, last = words.rpartition(" ")
        return f"{before}{space}{last[:1].upper()}{last[1:]}"
    return words


def _sentence(question: str) -> str:
    """A spoken question as one writes it: people don't say the capital and the question mark."""
    written = question[:1].upper() + question[1:]
    return written if written.endswith(("?", ".", "!", "…")) else f"{written}?"


def spell(digits: str, expects: Digits) -> str:
    """Digits one by one, with a short pause between the groups."""
    spelled = (f'<say-as interpret-as="digits">{group}</say-as>' for group in groups(digits, expects))
    return '<break time="300ms"/>'.join(spelled)


def shorten(words: str) -> str:
    """The words cut at a word's end, so that nobody has to listen to a long text of their own."""
    if len(words) <= LONGEST_SPOKEN:
        return words
    return words[:LONGEST_SPOKEN].rpartition(" ")[0] or words[:LONGEST_SPOKEN]


class Texts(dict[str, str]):
    """What stands in a message's placeholders: the facts that are known, and a visible gap for any other."""

    def __init__(self, messages: Catalog, gap: str | None) -> None:
        super().__init__()
        self._messages = messages
        self._gap = gap

    def __missing__(self, name: str) -> str:
        own = self._messages.message(f"placeholder.{name}")
        if own is None:
            raise KeyError(name)
        return self._gap or own


def for_the_eye(said: Catalog, messages: Catalog, facts: Answers, *, gap: str | None = None) -> Texts:
    """The text of every placeholder that a message can have. ``gap`` takes the place of the gaps' own words."""
    texts = Texts(messages, gap)
    for question, value in facts.items():
        if value is not None:
            texts[question] = _written(said, messages, question, value)
    return texts


def _written(said: Catalog, messages: Catalog, question: str, value: str) -> str:
    match NEVER_ASKED.get(question) or QUESTIONS[question].expects:
        case Digits() as expects:
            return "-".join(groups(value, expects))
        case PastDate():
            return date_words(said, value)
        case Money():
            return money_words(said, value)
        case Choice():
            return messages.message(f"value.{question}.{value}") or value
        case Number():
            id_ = f"value.{question}"
            return messages.message(f"{id_}.{value}") or fill(id_, messages.message(id_), {"number": value})
        case _:
            return _own_words(messages, question, value)
