"""Which of several matches is meant: the ladder.

A match on a higher rung wins. On one rung more literal words win, then fewer unknown words (in free text they weigh
less than in a custom type, which has a list), then the model's order.
"Own" is a sample of the eliciting intent or of its elicited slot; "known" says that every slot holds a listed value
or a well-formed date, number and so on; "open" that a slot holds words that its type does not know.

====  =========================  ==================================================================================
Rung  Name                       What stands on it
====  =========================  ==================================================================================
 1    BUILT_IN_PHRASE            the platform's own words for a built-in intent, exactly
 2    OWN_LITERAL                an own sample without slots, exactly
 3    LITERAL                    any other sample without slots, exactly
 4    OWN_KNOWN                  an own sample, known
 5    KNOWN                      another's, known; while eliciting only with two literal words or more
 6    OWN_OPEN_CARRIED           an own sample, open, with three literal words or more
 7    PARTLY_KNOWN_CARRIED       another's with three literal words or more, one slot known and one open; not while
                                 free text (AMAZON.SearchQuery) is elicited
 8    OWN_OPEN                   an own sample, open: the elicited slot takes whatever was said
 9    KNOWN_BUT_BARE             another's, known, with fewer than two literal words (while eliciting)
10    OPEN                       another's, open
11    (NumberNotUnderstood)      an elicited number that nobody understood: "?"
12    (similarity)               what is like the samples; else AMAZON.FallbackIntent
====  =========================  ==================================================================================

Rungs 1 to 3 keep "help", "skip it" and "i don't know" commands while an order number is elicited; 5 before 8 lets
"change the date" through an open question; 8 before 9 and 10 keeps "it's urgent" inside a question to the seller.

An open match counts only if it is pinned: its sample has two literal words, or one that is no function word, or one
beside a slot with a listed value, or the words that nobody knows are in the elicited slot; and only one slot may hold
such words. Words that are themselves a literal sample or a built-in phrase are
never taken as an unknown value of a custom type.
"""

from enum import IntEnum
from typing import NamedTuple

from simulator.ears.listening import Elicitation
from simulator.ears.sample_tree import Match
from simulator.ears.slot_types.catalogue import SEARCH_QUERY

_PINNED_BY = 2
_CARRIED_BY = 3


class Rung(IntEnum):
    """The rungs of the ladder, from the top."""

    BUILT_IN_PHRASE = 1
    OWN_LITERAL = 2
    LITERAL = 3
    OWN_KNOWN = 4
    KNOWN = 5
    OWN_OPEN_CARRIED = 6
    PARTLY_KNOWN_CARRIED = 7
    OWN_OPEN = 8
    KNOWN_BUT_BARE = 9
    OPEN = 10


class Standing(NamedTuple):
    """How good a match is: the smallest wins."""

    rung: Rung
    minus_literal_words: int
    unknown_words: int
    unlisted_words: int
    order: int


def standing(match: Match, eliciting: Elicitation | None, elicited_type: str | None) -> Standing | None:
    """Where a match stands, or None when it is open and nothing pins it."""
    own = eliciting is not None and match.sample.intent == eliciting.intent
    unknown = sum(fill.words for fill in match.unknown)
    if unknown and not _pinned(match, eliciting):
        return None
    if not match.fills:
        rung = Rung.OWN_LITERAL if own else Rung.LITERAL
    elif own:
        rung = _own_rung(match)
    else:
        rung = _rung(match, elicited_type)
    free = sum(fill.words for fill in match.unknown if fill.slot.type == SEARCH_QUERY)
    return Standing(rung, -match.sample.literal_words, unknown, unknown - free, match.sample.order)


def _own_rung(match: Match) -> Rung:
    if not match.unknown:
        return Rung.OWN_KNOWN
    return Rung.OWN_OPEN_CARRIED if match.sample.literal_words >= _CARRIED_BY else Rung.OWN_OPEN


def _rung(match: Match, elicited_type: str | None) -> Rung:
    literal = match.sample.literal_words
    if not match.unknown:
        return Rung.KNOWN if elicited_type is None or literal >= _PINNED_BY else Rung.KNOWN_BUT_BARE
    if len(match.unknown) < len(match.fills) and literal >= _CARRIED_BY and elicited_type != SEARCH_QUERY:
        return Rung.PARTLY_KNOWN_CARRIED
    return Rung.OPEN


def _pinned(match: Match, eliciting: Elicitation | None) -> bool:
    if len(match.unknown) > 1:
        return False
    sample = match.sample
    if sample.literal_words >= _PINNED_BY or sample.telling_words:
        return True
    if sample.literal_words and any(fill.reading and fill.reading.entities for fill in match.fills):
        return True
    if eliciting is None or eliciting.intent != sample.intent:
        return False
    return {fill.slot.name for fill in match.unknown} == {eliciting.slot}
