"""English forms of times of day and of lengths of time."""

from simulator.ears.languages.language import Clock, Durations

CLOCK = Clock(
    halves={
        **dict.fromkeys(("am", "a m", "in the morning", "this morning"), 0),
        **dict.fromkeys(("pm", "p m", "in the afternoon", "this afternoon"), 12),
        **dict.fromkeys(("in the evening", "this evening"), 16),
        **dict.fromkeys(("at night", "tonight"), 18),
    },
    parts={
        **{f"{lead}morning": "MO" for lead in ("", "in the ", "this ")},
        **{f"{lead}afternoon": "AF" for lead in ("", "in the ", "this ")},
        **{f"{lead}evening": "EV" for lead in ("", "in the ", "this ")},
        **{f"{lead}night": "NI" for lead in ("", "at ", "in the ")},
        "tonight": "NI",
    },
    forms=(
        ("[right|just] now", "present"),
        ("[early|late] <part>", "part"),
        ("[at] [twelve] (noon|midday)", "noon"),
        ("[at] [twelve] midnight", "midnight"),
        ("[at] <hour> o'clock [<half>]", "clock"),
        ("[at] <hour> <half>", "clock"),
        ("[at] <hour> <minute> [<half>]", "clock"),
        ("[at] (oh|zero) <hour> <minute> [hours]", "clock"),
        ("<half> at <hour> [<minute>|o'clock]", "clock"),
        ("[at] <hour_half>", "clock"),
        ("[at] <hour> <minute_half>", "clock"),
        ("[at] <hour>", "clock"),
        ("[at] <hhmm> [hours]", "figures"),
        ("[at] [oh|zero] <hour> hundred [hours]", "clock"),
        ("[at] half [past] <hour> [<half>]", "half_past"),
        ("[at] [a] quarter (past|after) <hour> [<half>]", "quarter_past"),
        ("[at] [a] quarter (to|before|of|till|til) <hour> [<half>]", "quarter_to"),
        ("[at] <minutes> [minute|minutes] (past|after) <hour> [<half>]", "clock"),
        ("[at] <minutes> [minute|minutes] (to|before|of|till|til) <hour> [<half>]", "minutes_to"),
    ),
)

DURATIONS = Durations(
    units={
        **dict.fromkeys(("second", "seconds", "sec", "secs"), "TS"),
        **dict.fromkeys(("minute", "minutes", "min", "mins"), "TM"),
        **dict.fromkeys(("hour", "hours", "hr", "hrs"), "TH"),
        **dict.fromkeys(("day", "days"), "D"),
        **dict.fromkeys(("week", "weeks"), "W"),
        **dict.fromkeys(("month", "months"), "M"),
        **dict.fromkeys(("year", "years"), "Y"),
    },
    phrases={
        **{f"{a}quarter of an hour": "PT15M" for a in ("", "a ")},
        **{f"{a}quarter hour": "PT15M" for a in ("", "a ")},
        "three quarters of an hour": "PT45M",
        **{f"{a}fortnight": "P2W" for a in ("", "a ")},
    },
    forms=(
        ("<amount> <unit>", "whole"),
        ("<amount> and a half <unit>", "and_a_half"),
        ("<amount> <unit> and a half", "and_a_half"),
        ("[a] half [a|an] <unit>", "half"),
    ),
    and_="and",
)
