"""German words for the ears, for German."""

from simulator.ears.languages.de.dates import CALENDAR
from simulator.ears.languages.de.numbers import NUMBERS
from simulator.ears.languages.de.talk import FUNCTION_WORDS, INVOCATION, PHRASES
from simulator.ears.languages.de.times import CLOCK, DURATIONS
from simulator.ears.languages.language import Language

GERMAN = Language(
    code="de",
    locale="de",
    numbers=NUMBERS,
    calendar=CALENDAR,
    clock=CLOCK,
    durations=DURATIONS,
    invocation=INVOCATION,
    function_words=FUNCTION_WORDS,
    phrases=PHRASES,
    polite="bitte",
    platform_exit=frozenset({"beenden", "beende", "skill beenden", "beende den skill", "den skill beenden"}),
)
