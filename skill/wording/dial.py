"""What has to be dialled or typed exactly, for the ear: phone numbers as such, addresses letter by letter."""

import re
from collections.abc import Mapping

from skill.wording.catalog import Catalog
from skill.wording.fill import fill
from skill.wording.ssml import escape

_SIGNS = {"@": "at", ".": "dot", "-": "dash"}
_PIECES = r"[@.-]|[^@.-]+"


def exact_for_the_ear(said: Catalog, facts: Mapping[str, str]) -> dict[str, str]:
    """A channel's facts as SSML fragments: ``address`` is an email address, anything else phone numbers."""
    return {name: _address(said, fact) if name == "address" else _numbers(fact) for name, fact in facts.items()}


def _numbers(numbers: str) -> str:
    return ", ".join(f'<say-as interpret-as="telephone">{number}</say-as>' for number in escape(numbers).split(", "))


def _address(said: Catalog, address: str) -> str:
    """The part before the at sign is spelled; the rest is said as words."""
    name, _, domain = address.partition("@")
    spelled = [_piece(said, piece, spell=True) for piece in re.findall(_PIECES, name)]
    spoken = [_piece(said, piece, spell=False) for piece in re.findall(_PIECES, f"@{domain}")]
    return " ".join(spelled + spoken)


def _piece(said: Catalog, piece: str, *, spell: bool) -> str:
    if piece in _SIGNS:
        id_ = f"sign.{_SIGNS[piece]}"
        return fill(id_, said.message(id_), {})
    return f'<say-as interpret-as="spell-out">{escape(piece)}</say-as>' if spell else escape(piece)
