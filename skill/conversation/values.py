"""From what was said to a value that a question takes, or the reason why it can't be one."""

import re
from datetime import date, timedelta

from skill.conversation.turn import Said
from skill.decision.expects import Choice, Digits, Money, Number, PastDate, Text
from skill.decision.model import Question
from skill.value import Value

ODD = ("date_ahead", "number")
"""The reasons for which an answer that was understood can't be right."""

# Patterns of ASCII digits, which ``re`` compiles when they are first used, and keeps.
_FORMS = r"(?a)\d{4}(-\d{2}(-\d{2})?|-W\d{2}(-WE)?|-(WI|SP|SU|FA))?"
_DAY = r"(?a)\d{4}-\d{2}-\d{2}"
_MONTH = r"(?a)\d{4}-\d{2}"
_AMOUNT = r"(?a)\d{1,7}(\.\d{2})?"
_TEMPLATE_SIGNS = "[]{}<>%"
_FEBRUARY, _SHORTEST_FEBRUARY = 2, 28
_WEEK = timedelta(days=7)
_LONGEST_MONTH = timedelta(days=31)


class Taken(Value):
    """A value that the question takes."""

    value: str


class Strange(Value):
    """Understood, but it can't be: why, as one of ``ODD``."""

    reason: str


def take(question: Question, said: Said, today: date) -> Taken | Strange | None:
    """The value of what was said, the reason why it can't be, or None when it was not understood."""
    match question.expects:
        case Choice(values):
            return Taken(said.value) if said.value in values else None
        case Text(longest):
            return _text(said, longest)
        case PastDate():
            return _past_date((said.value or "").strip(), today)
        case Number(lowest, highest):
            return _number((said.value or "").strip(), lowest, highest)
        case Money():
            return Taken(said.value) if said.value and re.fullmatch(_AMOUNT, said.value) else None
        case Digits():
            return Taken(said.value) if said.value else None


def _text(said: Said, longest: int) -> Taken | None:
    words = own_words(said.words or said.value or "", longest)
    return Taken(words) if words else None


def own_words(text: str, longest: int) -> str | None:
    """The person's words as they are kept: on one line, at most so many characters; None when there are none."""
    words = " ".join(_printable(text).split())
    if not any(letter.isalnum() for letter in words):
        return None
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def _printable(words: str) -> str:
    """Without control and direction marks, which neither SSML nor a card can hold, and without signs of templates.

    Nobody says those, and on a card brackets mean a gap.
    """
    return "".join(letter if letter.isprintable() and letter not in _TEMPLATE_SIGNS else " " for letter in words)


def _past_date(value: str, today: date) -> Taken | Strange | None:
    """Alexa takes a bare weekday or month for the coming one; what we ask for is past, so it is the last one."""
    if not re.fullmatch(_FORMS, value):
        return None
    if re.fullmatch(_DAY, value):
        return _past_day(value, today)
    if re.fullmatch(_MONTH, value) and value > today.isoformat()[:7]:
        value = f"{int(value[:4]) - 1:04}{value[4:]}"
    return Strange("date_ahead") if value[:4] > today.isoformat()[:4] else Taken(value)


def _past_day(value: str, today: date) -> Taken | Strange | None:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    if today < day <= today + _WEEK:
        day -= _WEEK
    elif today < day <= today + _LONGEST_MONTH:
        day = _a_month_earlier(day)
    elif day > today:
        day = _a_year_earlier(day)
    return Strange("date_ahead") if day > today else Taken(day.isoformat())


def _a_month_earlier(day: date) -> date:
    """The same day of the month before: "on the fourth" reaches us as the next fourth to come."""
    last_of_month = day.replace(day=1) - timedelta(days=1)
    return last_of_month.replace(day=min(day.day, last_of_month.day))


def _a_year_earlier(day: date) -> date:
    """The same day of the year before: a day said without its year reaches us as the next one to come."""
    return date(day.year - 1, day.month, min(day.day, _SHORTEST_FEBRUARY) if day.month == _FEBRUARY else day.day)


def _number(value: str, lowest: int, highest: int) -> Taken | Strange | None:
    if not (value.isascii() and value.isdigit()):
        return None
    if len(value) > len(str(highest)) + 2 or not lowest <= int(value) <= highest:
        return Strange("number")
    return Taken(str(int(value)))
