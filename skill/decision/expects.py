"""What a question can be answered with."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """One of a few named values."""

    values: tuple[str, ...]

    @property
    def is_yes_no(self) -> bool:
        """Whether a plain yes or no answers it."""
        return set(self.values) == {"yes", "no"}


@dataclass(frozen=True)
class Text:
    """The person's own words. ``longest`` is in characters: what is longer is cut, so that a card holds it."""

    longest: int


@dataclass(frozen=True)
class PastDate:
    """A day or a longer span that lies behind us, in Alexa's ISO-like forms (``2026-11-17``, ``2026-W46``)."""


@dataclass(frozen=True)
class Number:
    """A whole number within bounds, both included."""

    lowest: int
    highest: int


@dataclass(frozen=True)
class Digits:
    """A number that is read out digit by digit, in groups of these sizes."""

    groups: tuple[int, ...]

    @property
    def length(self) -> int:
        """How many digits there are in all."""
        return sum(self.groups)


Expects = Choice | Text | PastDate | Number | Digits
YES_NO = Choice(("yes", "no"))
