"""Rules of cards (include-a-card-in-your-skills-response). Their types and fields are the shape's business."""

import re
from collections.abc import Iterator

from simulator.finding import CARDS, CERTIFICATION, Finding
from simulator.judge.case import Case
from simulator.judge.response import PermissionCard, SimpleCard, StandardCard

MOST_CHARACTERS = 8_000
MOST_URL_CHARACTERS = 2_000


def card_rules(case: Case) -> Iterator[Finding]:
    """Every rule for the card of a response."""
    card = case.body.card
    if isinstance(card, SimpleCard | StandardCard):
        yield from _words(card)
    if isinstance(card, StandardCard):
        yield from _pictures(card)
    if isinstance(card, PermissionCard):
        for permission in card.permissions:
            if not permission.startswith("alexa::"):
                says = f"the card asks for the permission {permission!r}; their names begin with alexa::"
                yield Finding("card-permission", says, CARDS)


def _words(card: SimpleCard | StandardCard) -> Iterator[Finding]:
    if not card.text.strip():
        body = "content" if isinstance(card, SimpleCard) else "text"
        yield Finding("card-empty", f"a {card.type} card needs {body}", CARDS)
    length = len(card.title) + len(card.text) + sum(len(url) for url in _urls(card))
    if length > MOST_CHARACTERS:
        says = f"title, body and image addresses of the card have {length} characters; Amazon takes {MOST_CHARACTERS}"
        yield Finding("card-length", says, CARDS)
    words = f"{card.title}\n{card.text}"
    for tag in re.findall(r"</?[A-Za-z][^<>]*>", words):
        yield Finding("card-markup", f"the card shows {tag}: cards are plain text", CARDS)
    for placeholder in re.findall(r"\{[^{}]*\}", words):
        yield Finding("placeholder", f"the card shows {placeholder}: a placeholder that nobody filled", CERTIFICATION)


def _pictures(card: StandardCard) -> Iterator[Finding]:
    for url in _urls(card):
        if not url.startswith("https://"):
            yield Finding("card-image", f"the card's image {url[:80]!r} must have an https address", CARDS)
        if len(url) > MOST_URL_CHARACTERS:
            says = f"an image address of the card has {len(url)} characters; Amazon takes {MOST_URL_CHARACTERS}"
            yield Finding("card-image", says, CARDS)


def _urls(card: SimpleCard | StandardCard) -> list[str]:
    if isinstance(card, SimpleCard):
        return []
    return [url for url in (card.image.small_image_url, card.image.large_image_url) if url]
