"""Write every prompt of both languages into ``docs/words.md``: ``python -m tools.show_words [--check]``.

So that the words can be read and judged by somebody who reads no code: each act as it is spoken, in every way there
is to say it, and one card of every outcome as it arrives.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import groupby

from skill.conversation.acts import Act, Noted, Point
from skill.conversation.cards import card_for
from skill.conversation.reply import Reply
from skill.decision.expects import Choice, Digits, Money, Number, PastDate
from skill.decision.model import Model
from skill.decision.models import MODELS
from skill.decision.models.questions import QUESTIONS
from skill.decision.walk import walk
from skill.wording.catalog import catalog
from skill.wording.voice import word
from tools import inventory
from tools.generated import ROOT, run

PAGE = ROOT / "docs" / "words.md"
_LOCALES = {"English": "en-US", "German": "de-DE"}
_EXAMPLES = {
    "en-US": {
        "item": "kettle",
        "question": "does it fit a thirty inch window",
        "trouble": "keeps losing the wifi",
        "ticket": "AB12",
    },
    "de-DE": {
        "item": "wasserkocher",
        "question": "passt es in ein kleines fenster",
        "trouble": "verliert das wlan",
        "ticket": "AB12",
    },
}
_TAGS = re.compile(r"<[^>]*>")
_INTRODUCTION = """# Every word that is spoken

Written by `make pages` from the word catalogues. Do not edit.

Each row is one thing to say. Where a cell has several lines, they are variants that take turns. A question has two
more rows: in other words (`rephrase`), which is also what is said when nobody answers, and with examples of answers
(`example`). Placeholders are filled with examples. The last part shows one card of every outcome, with a few facts
left unsaid, so that the gaps can be seen.
"""


def page() -> str:
    """The whole page, as Markdown."""
    said = "\n".join(_section(title, list(acts)) for title, acts in _acts_by_kind())
    return f"{_INTRODUCTION}\n{said}\n{_echoes()}\n{''.join(_cards(model) for model in MODELS.values())}"


def _acts_by_kind() -> Iterator[tuple[str, Iterable[Act]]]:
    distinct = {act.key: act for act in inventory.acts()}
    return groupby(sorted(distinct.values(), key=_kind), key=_kind)


def _kind(act: Act) -> str:
    name = re.sub(r"(?<!^)(?=[A-Z])", " ", type(act).__name__).capitalize()
    return f"{name}: {act.point.partition('.')[0].replace('_', ' ')}" if isinstance(act, Point) else name


def _section(title: str, acts: list[Act]) -> str:
    rows = "".join(_row(act) for act in acts)
    return f"## {title}\n\n| Act | {' | '.join(_LOCALES)} |\n|---|---|---|\n{rows}"


def _row(act: Act) -> str:
    cells = (" <br> ".join(_spoken(act, locale)) for locale in _LOCALES.values())
    return f"| `{act.key}` | {' | '.join(cells)} |\n"


def _spoken(act: Act, locale: str) -> list[str]:
    """Every way to say an act in a locale."""
    act = type(act)(_noted(locale)) if isinstance(act, Noted) else act
    ways = (catalog("said", locale).message(act.key) or "").splitlines() or [""]
    spoken = (_plain_words(act, turn, locale) for turn in range(len(ways)))
    return list(dict.fromkeys(spoken))


def _plain_words(act: Act, turn: int, locale: str) -> str:
    return _plain(word(Reply((act,), turn=turn), locale).speech)


def _plain(fragment: str) -> str:
    return unescape(_TAGS.sub("", fragment)).replace("|", "/")


def _noted(locale: str) -> tuple[tuple[str, str], ...]:
    return (("item", _EXAMPLES[locale]["item"]), ("sold_by", "amazon"))


def _echoes() -> str:
    rows = []
    for question in inventory.TAKEN:
        expects = QUESTIONS[question].expects
        values = expects.values if isinstance(expects, Choice) else (None,)
        if not isinstance(expects, Digits):
            rows += [_echo_row(question, value) for value in values]
    return f"## What was understood\n\n| Fact | {' | '.join(_LOCALES)} |\n|---|---|---|\n{''.join(rows)}"


def _echo_row(question: str, value: str | None) -> str:
    cells = (
        _plain_words(Noted(((question, value or _example(question, locale)),)), 0, locale)
        for locale in _LOCALES.values()
    )
    return f"| `{question}{f': {value}' if value else ''}` | {' | '.join(cells)} |\n"


def _example(question: str, locale: str) -> str:
    match QUESTIONS[question].expects:
        case Choice(values):
            return values[0]
        case PastDate():
            return "2026-11-17"
        case Number():
            return "3"
        case Money():
            return "49.99"
        case Digits():
            return "11255555551234567"
        case _:
            return _EXAMPLES[locale][question]


def _cards(model: Model) -> str:
    ends = _ends(model)
    title = f"## Cards: {model.id.replace('_', ' ')}\n\n"
    return title + "".join(_card(model, *key, ends[key]) for key in model.messages if key in ends)


def _card(model: Model, outcome: str, channel: str, answers: dict[str, str | None]) -> str:
    texts = (_card_text(model, channel, answers, locale) for locale in _LOCALES.values())
    return f"### {outcome.replace('_', ' ')}, {channel}\n\n" + "".join(texts)


def _card_text(model: Model, channel: str, answers: dict[str, str | None], locale: str) -> str:
    own = {q: _example(q, locale) if value == "" else value for q, value in answers.items()}
    place = walk(model, own)
    if place.outcome is None:
        raise ValueError(f"{model.id}: the answers lead to no outcome")
    card = word(Reply((), card=card_for(model, place, place.outcome, channel, {})), locale).card
    return f"````text\n{card.title}\n\n{card.text}\n````\n\n" if card else ""


def _ends(model: Model) -> dict[tuple[str, str], dict[str, str | None]]:
    """Answers that lead to each outcome and channel; "" stands for an example in the person's own words."""
    ends: dict[tuple[str, str], dict[str, str | None]] = {}
    by_phone: dict[str, str | None] = {"contact_by": "call"}
    trails: list[dict[str, str | None]] = [by_phone, {}] if model.takes("contact_by") else [{}]
    while trails and len(ends) < len(model.messages):
        answers = trails.pop()
        place = walk(model, answers)
        if place.asking is None and place.outcome and place.channel:
            ends.setdefault((place.outcome.id, place.channel), answers)
            follow = {"seller_answered", "amazon_answered", "email_answered", "device_works"} - answers.keys()
            trails += [{**answers, question: "no"} for question in sorted(follow) if model.takes(question)]
        elif place.asking is not None:
            trails += [{**answers, place.asking: value} for value in _answers(model, place.asking)]
    return ends


def _answers(model: Model, question: str) -> tuple[str | None, ...]:
    expects = model.questions[question].expects
    if isinstance(expects, Choice):
        return (None, *reversed(expects.values))
    return (None,) if question == "order_number" else ("",)


def main(arguments: list[str] | None = None) -> int:
    """Write the page, or with --check say whether it is stale; returns the exit code."""
    return run("tools.show_words", __doc__, {PAGE: page()}, "pages", arguments)


if __name__ == "__main__":
    sys.exit(main())
