"""Reminders that fall due: Alexa says them by herself, whatever else goes on (alexa-reminders-overview)."""

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from simulator.services.account import Account

LEAD = {"en": "Here's your reminder: {text}", "de": "Hier ist deine Erinnerung: {text}"}
"""What Alexa says, by language; the text comes twice unless she is stopped, and here once."""


class Rang(NamedTuple):
    """A reminder that rang: when, on the device's clock, with its own words, and with Alexa's before them."""

    at: datetime
    text: str
    spoken: str


def ring(account: Account, zone: ZoneInfo, locale: str) -> tuple[Rang, ...]:
    """Let everything ring that has fallen due by now, the oldest first."""
    lead = LEAD.get(locale[:2], LEAD["en"])
    with account.lock:
        now = account.clock()
        due = [reminder for reminder in account.reminders.set_ones(now) if reminder.at <= now]
        for reminder in due:
            account.reminders.put(replace(reminder, status="COMPLETED"))
    return tuple(
        Rang(reminder.at.astimezone(zone), reminder.text, lead.format(text=reminder.text)) for reminder in due
    )
