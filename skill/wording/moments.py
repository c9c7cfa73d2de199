"""Points of time as people say them: "tomorrow at 6 PM", "on Friday at 9 in the morning". Patterns are messages."""

from datetime import date, datetime, timedelta

from skill.conversation.acts import Moment
from skill.wording.catalog import Catalog
from skill.wording.dates import date_words
from skill.wording.fill import fill

_NOON, _HALF_DAY = 12, 12
_TWELVE = "twelve"
"""What ``moment.clock`` says in a language that counts the hours to twelve; else they are counted to twenty-four."""
_WEEK = timedelta(days=7)


def moment_words(said: Catalog, moment: Moment) -> str:
    """The moment in words: its day as seen from today, and its hour; how many days ahead when that is all we know."""
    if moment.days:
        id_ = "moment.day_ahead" if moment.days == 1 else "moment.days_ahead"
        return fill(id_, said.message(id_), {"days": str(moment.days)})
    arguments = {"day": _day(said, moment.at.date(), moment.today), "hour": _hour(said, moment.at)}
    return fill("moment", said.message("moment"), arguments)


def _day(said: Catalog, day: date, today: date) -> str:
    if day == today:
        return said.message("moment.today") or ""
    if day == today + timedelta(days=1):
        return said.message("moment.tomorrow") or ""
    if today < day < today + _WEEK:
        weekday = said.message(f"weekday.{day.isoweekday()}") or ""
        return fill("moment.weekday", said.message("moment.weekday"), {"weekday": weekday})
    return date_words(said, day.isoformat())


def _hour(said: Catalog, at: datetime) -> str:
    """The hour, on a clock of twelve or twenty-four hours, with its minutes when there are any."""
    half = "pm" if at.hour >= _NOON else "am"
    id_ = f"moment.{half}.minutes" if at.minute else f"moment.{half}"
    of_twelve = said.message("moment.clock") == _TWELVE
    hour = at.hour % _HALF_DAY or _HALF_DAY if of_twelve else at.hour
    return fill(id_, said.message(id_), {"hour": str(hour), "minute": f"{at.minute:02}"})
