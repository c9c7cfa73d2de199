"""From what a date form read to AMAZON.DATE's value: one small function a rule, the same for all languages.

``RULES`` is what the calendars' forms may name. A rule gets what the form's categories read and today's date, and
gives the value, or None when no calendar has such a day.
"""

from collections.abc import Mapping
from typing import Final

from simulator.ears.slot_types.date_rules import days, months, weeks, years
from simulator.ears.slot_types.date_rules.moving import UNITS, Read, Rule

__all__ = ["RULES", "UNITS", "Read", "Rule"]

RULES: Final[Mapping[str, Rule]] = {**days.RULES, **weeks.RULES, **months.RULES, **years.RULES}
