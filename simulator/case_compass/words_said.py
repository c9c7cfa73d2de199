"""Which messages of Case Compass reach somebody: spoken, kept for a silence, on a card, or in a reminder.

Only for Case Compass itself, in this process. The skill knows nothing of it: what it looks up in its catalogues while
it answers is overheard, and counts where its text is found in the response.
"""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from html import unescape
from pathlib import Path
from string import Formatter
from typing import Literal, NamedTuple, get_args

from simulator.envelope import Json
from simulator.judge.response import as_object
from simulator.under_test.endpoint import Endpoint
from skill.languages import FOLDER
from skill.wording.catalog import Catalog

Where = Literal["speech", "reprompt", "card", "reminder"]
WHERE: tuple[Where, ...] = get_args(Where)
_REMINDER = "reminder"
SETTINGS = ("style.", "moment.clock")
"""Messages that nobody hears or reads: they say how a language writes and counts."""


class Reached(NamedTuple):
    """A message by its id (``msgid`` of ``said.po`` or ``messages.po``), and where it stood."""

    message: str
    where: Where


class WordsSaid:
    """The skill behind another endpoint, and ``counts``: how many responses had which message where."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self.counts: Counter[Reached] = Counter()

    def send(self, envelope: Json) -> Json:
        """Answer as the endpoint does; raises EndpointFailure as it does."""
        with _overheard() as looked_up:
            response = self._endpoint.send(envelope)
        self.counts.update(_reached(looked_up, response))
        return response

    @property
    def messages(self) -> set[str]:
        """The ids of all messages that reached somebody in any way."""
        return {reached.message for reached in self.counts}


@cache
def all_messages(language: str) -> frozenset[str]:
    """The ids of every message that somebody can hear or read in a language, such as ``en``."""
    # Only here: whoever only listens need not have Babel.
    from babel.messages.pofile import read_po

    found = set()
    for kind in ("said", "messages"):
        with (Path(FOLDER) / language / f"{kind}.po").open("rb") as stream:
            found |= {str(message.id) for message in read_po(stream) if message.id}
    return frozenset(id_ for id_ in found if not id_.startswith(SETTINGS))


@contextmanager
def _overheard() -> Iterator[dict[str, str]]:
    """The text of each message, by id, that any catalogue gives while this lasts."""
    looked_up: dict[str, str] = {}
    quietly = Catalog.message

    def message(catalog: Catalog, id_: str) -> str | None:
        text = quietly(catalog, id_)
        if text:
            looked_up[id_] = text
        return text

    Catalog.message = message  # type: ignore[method-assign, assignment]
    try:
        yield looked_up
    finally:
        Catalog.message = quietly  # type: ignore[method-assign]


def _reached(looked_up: dict[str, str], envelope: Json) -> Iterator[Reached]:
    texts = _texts(as_object(envelope.get("response")))
    for id_, text in looked_up.items():
        if id_ == _REMINDER:
            yield Reached(id_, "reminder")
        elif not id_.startswith(SETTINGS):
            yield from (Reached(id_, where) for where, written in texts.items() if _stands_in(text, written))


def _texts(response: Json) -> dict[Where, str]:
    card = as_object(response.get("card"))
    return {
        "speech": _heard(response),
        "reprompt": _heard(as_object(response.get("reprompt"))),
        "card": f"{card.get('title', '')}\n{card.get('content', '')}",
    }


def _heard(said: Json) -> str:
    """Speech as it is written, and without its escapes: a message may be in it either way."""
    ssml = str(as_object(said.get("outputSpeech")).get("ssml", ""))
    return f"{ssml}\n{unescape(ssml)}"


def _stands_in(text: str, written: str) -> bool:
    """Whether one of the ways of saying a message is there, whatever fills its placeholders."""
    lowered = written.lower()
    return any(longest in lowered and pattern.search(lowered) for longest, pattern in _ways(text))


@cache
def _ways(text: str) -> list[tuple[str, re.Pattern[str]]]:
    """For each way: its longest piece between placeholders, and a pattern of the whole, both in small letters."""
    ways = ([piece for piece, _, _, _ in Formatter().parse(way.lower())] for way in text.splitlines())
    return [(max(pieces, key=len), re.compile(".+?".join(map(re.escape, pieces)), re.DOTALL)) for pieces in ways]
