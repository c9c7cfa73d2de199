"""English words for the ears, for all English locales."""

from simulator.ears.languages.language import (
    Calendar,
    Clock,
    Durations,
    InvocationWords,
    Language,
    Numbers,
)
from simulator.ears.words import keys_of

_NUMBERS = Numbers(
    cardinals=("spellout-cardinal",),
    ordinals=("spellout-ordinal",),
    thousand="thousand",
    glued=False,
    and_="and",
    one=("a", "an"),
    also=(("hundred ", "hundred and "), ("one hundred", "a hundred")),
    extra={"a thousand": 1000, "a dozen": 12},
    extra_digits={"oh": 0, "o": 0, "nought": 0, "nil": 0},
    ordinal_ends=("st", "nd", "rd", "th"),
)

_DAY_PARTS = ("morning", "afternoon", "evening", "night")

_CALENDAR = Calendar(
    weekdays=(
        ("monday", "mon"),
        ("tuesday", "tue", "tues"),
        ("wednesday", "wed"),
        ("thursday", "thu", "thurs"),
        ("friday", "fri"),
        ("saturday",),
        ("sunday",),
    ),
    months=(
        ("january", "jan"),
        ("february", "feb"),
        ("march",),
        ("april", "apr"),
        ("may",),
        ("june",),
        ("july",),
        ("august", "aug"),
        ("september", "sept", "sep"),
        ("october", "oct"),
        ("november", "nov"),
        ("december", "dec"),
    ),
    units={
        "day": "day",
        "days": "day",
        "week": "week",
        "weeks": "week",
        "month": "month",
        "months": "month",
        "year": "year",
        "years": "year",
    },
    relative_days={
        "today": 0,
        "tonight": 0,
        "yesterday": -1,
        "last night": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "day before yesterday": -2,
        "the day after tomorrow": 2,
        "day after tomorrow": 2,
        **{f"this {part}": 0 for part in _DAY_PARTS},
        **{f"yesterday {part}": -1 for part in _DAY_PARTS},
        **{f"tomorrow {part}": 1 for part in _DAY_PARTS},
    },
    relative_weeks={
        "this week": 0,
        "last week": -1,
        "the last week": -1,
        "the week before last": -2,
        "next week": 1,
        "the next week": 1,
        "the week after next": 2,
    },
    relative_weekends={
        "the weekend": 0,
        "this weekend": 0,
        "last weekend": -1,
        "the last weekend": -1,
        "the weekend before last": -2,
        "next weekend": 1,
    },
    relative_months={"this month": 0, "last month": -1, "the month before last": -2, "next month": 1},
    relative_years={"this year": 0, "last year": -1, "next year": 1},
    forms=(
        ("[on] <relative_day>", "relative_day"),
        ("[right] now", "present"),
        ("[on] [this] [coming] <weekday>", "coming_weekday"),
        ("[on] [the] (last|past|previous|this past|this last) <weekday>", "past_weekday"),
        ("[on] next <weekday>", "weekday_of_next_week"),
        ("[on] <weekday> [of] <relative_week>", "weekday_of_week"),
        ("<relative_week> [on] <weekday>", "weekday_of_week"),
        ("[in] <relative_week>", "week"),
        ("[on|over|at] <relative_weekend>", "weekend"),
        ("[in] <relative_month>", "relative_month"),
        ("[in] <relative_year>", "relative_year"),
        ("[in] <month> [of] [<year>]", "month"),
        ("[in] <month> [of] <relative_year>", "month"),
        ("last <month>", "past_month"),
        ("[in] <year>", "year"),
        ("[on] [<weekday>] [the] <day> of <month> [<year>]", "day_of_month"),
        ("[on] [<weekday>] [the] <ordinal_day> <month> [<year>]", "day_of_month"),
        ("[on] [<weekday>] <digit_day> <month> [<year>]", "day_of_month"),
        ("[on] [<weekday>] <month> [the] <day> [<year>]", "day_of_month"),
        ("[on] [<weekday>] the <ordinal_day> [of this month]", "day_alone"),
        ("[on] the <ordinal_day> [of] <relative_month>", "day_of_relative_month"),
        ("<amount> <unit> ago", "ago"),
        ("in <amount> <unit>", "ahead"),
        ("<amount> <unit> from (now|today)", "ahead"),
        ("[on] <iso_year> <digit_month> <digit_day>", "day_of_month"),
    ),
)

_CLOCK = Clock(
    halves={
        "am": 0,
        "a m": 0,
        "in the morning": 0,
        "pm": 1,
        "p m": 1,
        "in the afternoon": 1,
        "in the evening": 1,
        "at night": 1,
    },
    parts={
        **{f"{lead}morning": "MO" for lead in ("", "in the ", "this ")},
        **{f"{lead}afternoon": "AF" for lead in ("", "in the ", "this ")},
        **{f"{lead}evening": "EV" for lead in ("", "in the ", "this ")},
        **{f"{lead}night": "NI" for lead in ("", "at ", "in the ")},
        "tonight": "NI",
    },
    forms=(
        ("<part>", "part"),
        ("[at] (noon|midday)", "noon"),
        ("[at] midnight", "midnight"),
        ("[at] <hour> [<minute>] <half>", "clock"),
        ("[at] <hour> o'clock [<half>]", "clock"),
        ("[at] <hour> <minute>", "clock"),
        ("[at] <hour>", "clock"),
        ("[at] half past <hour> [<half>]", "half_past"),
        ("[at] [a] quarter (past|after) <hour> [<half>]", "quarter_past"),
        ("[at] [a] quarter (to|before) <hour> [<half>]", "quarter_to"),
        ("[at] <minute> [minutes] (past|after) <hour> [<half>]", "clock"),
        ("[at] <minute> [minutes] (to|before) <hour> [<half>]", "minutes_to"),
    ),
)

_DURATIONS = Durations(
    units={
        "second": "TS",
        "seconds": "TS",
        "minute": "TM",
        "minutes": "TM",
        "hour": "TH",
        "hours": "TH",
        "day": "D",
        "days": "D",
        "week": "W",
        "weeks": "W",
        "month": "M",
        "months": "M",
        "year": "Y",
        "years": "Y",
    },
    phrases={
        "half an hour": "PT30M",
        "a half hour": "PT30M",
        "an hour and a half": "PT1H30M",
        "one and a half hours": "PT1H30M",
    },
    and_="and",
)

_INVOCATION = InvocationWords(
    wake_words=("alexa", "hey alexa"),
    before=("please", "can you", "could you", "let's", "i want to", "i wanna", "i'd like to", "i would like to"),
    forms=(
        "[the] <name> [please]",
        "(open|start|launch|run|begin|load|use|resume) [the] <name> [please]",
        "(talk|speak) (to|with) [the] <name> [please]",
        "(ask|tell) [the] <name> [please]",
        "(open|start|launch|run|begin|load|use|resume) [the] <name> and <rest>",
        "(talk|speak) (to|with) [the] <name> (and|about) <rest>",
        "use [the] <name> (to|for) <rest>",
        "(ask|tell) [the] <name> (to|about|for|if|whether|that) <rest>",
        "(ask|tell) [the] <name> <rest>",
        "<rest> (with|using|in|from|by) [the] <name>",
    ),
)

_FUNCTION_WORDS = frozenset(
    keys_of(
        """
        a an the this that these those there here it its it'd it'll
        i i'm i've i'd i'll me my mine you you're your he she his her we we're our us they they're them their
        am is are was were be been do does did don't didn't have has had haven't will would can can't could should
        of in on at by for from with about to into as than and or but not no yes so if then too just
        what what's which who who's where where's when how why
        """
    )
)

_PHRASES = {
    "AMAZON.YesIntent": (
        *("yes", "yeah", "yep", "yup", "sure", "ok", "okay", "of course", "correct"),
        *("that's right", "that's correct", "exactly", "definitely", "absolutely", "sure thing"),
    ),
    "AMAZON.NoIntent": ("no", "nope", "nah", "no thanks", "no thank you", "not at all"),
    "AMAZON.HelpIntent": ("help", "help me", "i need help", "can you help me", "what can i say", "what can you do"),
    "AMAZON.StopIntent": ("stop", "stop it", "stop that", "off", "shut up", "that's enough", "i'm done"),
    "AMAZON.CancelIntent": ("cancel", "cancel it", "cancel that", "never mind", "nevermind", "forget it"),
    "AMAZON.RepeatIntent": (
        *("repeat", "repeat that", "repeat it", "say that again", "say it again", "once more", "come again"),
        *("what did you say", "can you repeat that", "pardon", "again"),
    ),
    "AMAZON.StartOverIntent": ("start over", "start again", "restart", "from the beginning", "begin again"),
    "AMAZON.PreviousIntent": ("go back", "back", "previous", "go to previous"),
    "AMAZON.NextIntent": ("next", "skip", "skip forward", "go to next", "next one"),
    "AMAZON.NavigateHomeIntent": ("go home", "home", "take me home", "go to home", "home screen"),
    "AMAZON.PauseIntent": ("pause", "pause it", "pause that"),
    "AMAZON.ResumeIntent": ("resume", "continue", "keep going", "go on"),
    "AMAZON.MoreIntent": ("more", "show more", "tell me more"),
}

ENGLISH = Language(
    code="en",
    numbers=_NUMBERS,
    calendar=_CALENDAR,
    clock=_CLOCK,
    durations=_DURATIONS,
    invocation=_INVOCATION,
    function_words=_FUNCTION_WORDS,
    phrases=_PHRASES,
    polite="please",
    platform_exit=frozenset({"exit", "quit", "exit skill", "exit the skill", "quit skill", "quit the skill"}),
)
