"""English words for the ears, for all English locales."""

from simulator.ears.languages.en.dates import CALENDAR_BY_DAY, CALENDAR_BY_MONTH
from simulator.ears.languages.en.numbers import NUMBERS
from simulator.ears.languages.en.talk import FUNCTION_WORDS, INVOCATION, PHRASES
from simulator.ears.languages.en.times import CLOCK, DURATIONS
from simulator.ears.languages.language import Language

ENGLISH = Language(
    code="en",
    locale="en",
    numbers=NUMBERS,
    calendar=CALENDAR_BY_MONTH,
    calendars=dict.fromkeys(("en-AU", "en-GB", "en-IN"), CALENDAR_BY_DAY),
    clock=CLOCK,
    durations=DURATIONS,
    invocation=INVOCATION,
    function_words=FUNCTION_WORDS,
    phrases=PHRASES,
    polite="please",
    platform_exit=frozenset({"exit", "quit", "exit skill", "exit the skill", "quit skill", "quit the skill"}),
)
