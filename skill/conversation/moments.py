"""When to remind somebody: at an hour at which nobody minds, in their own time."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from skill.conversation.acts import Moment
from skill.conversation.turn import Turn

KIND_HOURS = (time(9), time(18))
"""Nobody is woken for a case."""
_DAY = timedelta(days=1)
_TIMES_OF_DAY = {"MO": time(9), "AF": time(14), "EV": time(18), "NI": time(20)}
"""What Alexa's AMAZON.TIME says for "in the morning" and its like."""


def moment(at: datetime, turn: Turn) -> Moment:
    """The time as it is said: in the person's own time, or as so many days ahead where that isn't known."""
    if turn.zone is None:
        return Moment(at, turn.today, days=max(1, round((at - turn.now) / _DAY)))
    return Moment(at.astimezone(turn.zone), turn.today)


def kind_time(over: datetime, zone: tzinfo | None) -> datetime:
    """The first kind hour at or after the end of a wait; the end itself where the person's own time isn't known."""
    if zone is None:
        return over
    local = over.astimezone(zone)
    days = (local.date(), local.date() + _DAY)
    hours = (datetime.combine(day, hour, zone) for day in days for hour in KIND_HOURS)
    return next(hour for hour in hours if hour >= local)


def asked_time(day: str | None, hour: str | None, near: datetime, turn: Turn) -> datetime | None:
    """The time that somebody names, by Alexa's AMAZON.DATE and AMAZON.TIME; None for forms that name no time.

    What isn't named is taken from ``near``, the time that we would have proposed: an hour alone is that day's, and
    another day alone means its first kind hour to come. Only to be asked for where the person's own time is known.
    In UTC, since an hour that the clocks skip or have twice is the same as no other.
    """
    zone = turn.zone or UTC
    local = near.astimezone(zone)
    on = day_of(day) if day else local.date()
    if on is None or abs(on.year - turn.today.year) > 1:
        return None
    try:
        at = (_TIMES_OF_DAY.get(hour) or time.fromisoformat(hour)) if hour else _hour_of(on, local, turn)
    except ValueError:
        return None
    return datetime.combine(on, at.replace(tzinfo=None), zone).astimezone(UTC)


def day_of(named: str) -> date | None:
    """The day that Alexa's AMAZON.DATE names; None for weeks, months, and what is no date."""
    try:
        day = date.fromisoformat(named)
    except ValueError:
        return None
    return day if day.isoformat() == named else None


def _hour_of(day: date, near: datetime, turn: Turn) -> time:
    if day == near.date():
        return near.time()
    now = turn.now.astimezone(near.tzinfo)
    return next((hour for hour in KIND_HOURS if (day, hour) > (now.date(), now.time())), KIND_HOURS[0])
