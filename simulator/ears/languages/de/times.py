"""German forms of times of day and of lengths of time."""

from simulator.ears.languages.language import Clock, Durations

_WHOLENUMBERS = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")

_WHOLE_NUMBERS = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")

CLOCK = Clock(
    halves={
        **dict.fromkeys(
            ("morgens", "am morgen", "früh", "in der früh", "heute früh", "vormittags", "am vormittag"), 0
        ),
        **dict.fromkeys(("mittags", "am mittag"), 11),
        **dict.fromkeys(("nachmittags", "am nachmittag"), 12),
        **dict.fromkeys(("abends", "am abend", "heute abend"), 16),
        **dict.fromkeys(("nachts", "in der nacht"), 20),
    },
    parts={
        **dict.fromkeys(("morgens", "am morgen", "vormittags", "am vormittag", "früh", "heute früh"), "MO"),
        **dict.fromkeys(("heute morgen", "heute vormittag", "in der früh"), "MO"),
        **dict.fromkeys(("nachmittags", "am nachmittag", "heute nachmittag"), "AF"),
        **dict.fromkeys(("abends", "am abend", "heute abend"), "EV"),
        **dict.fromkeys(("nachts", "in der nacht", "heute nacht"), "NI"),
    },
    forms=(
        ("(jetzt|gerade)", "present"),
        ("<part>", "part"),
        ("[am] (mittag|mittags)", "noon"),
        ("[um] mitternacht", "midnight"),
        ("[um] [punkt] <hour> uhr [<half>]", "clock"),
        ("[um] <hour> uhr <minutes> [<half>]", "clock"),
        ("[um] [punkt] <hour> [<half>]", "clock"),
        ("[um] <hour> <minute> [uhr] [<half>]", "clock"),
        ("<half> um <hour> [uhr [<minutes>]]", "clock"),
        ("<half> um halb <hour>", "half_to"),
        ("[um] <hhmm> [uhr]", "figures"),
        ("[um] halb <hour> [<half>]", "half_to"),
        ("[um] viertel nach <hour> [<half>]", "quarter_past"),
        ("[um] viertel vor <hour> [<half>]", "quarter_to"),
        ("[um] viertel <hour> [<half>]", "quarter_of_the_way"),
        ("[um] (dreiviertel|drei viertel) <hour> [<half>]", "quarter_to"),
        ("[um] <minutes> [minute|minuten] nach <hour> [uhr] [<half>]", "clock"),
        ("[um] <minutes> [minute|minuten] vor <hour> [uhr] [<half>]", "minutes_to"),
        ("[um] <minutes> [minute|minuten] vor halb <hour> [<half>]", "minutes_to_half_to"),
        ("[um] <minutes> [minute|minuten] nach halb <hour> [<half>]", "minutes_past_half_to"),
    ),
)

DURATIONS = Durations(
    units={
        **dict.fromkeys(("sekunde", "sekunden", "sek"), "TS"),
        **dict.fromkeys(("minute", "minuten", "min"), "TM"),
        **dict.fromkeys(("stunde", "stunden", "std"), "TH"),
        **dict.fromkeys(("tag", "tage", "tagen"), "D"),
        **dict.fromkeys(("woche", "wochen"), "W"),
        **dict.fromkeys(("monat", "monate", "monaten"), "M"),
        **dict.fromkeys(("jahr", "jahre", "jahren"), "Y"),
    },
    phrases={
        **{f"{a}viertelstunde": "PT15M" for a in ("", "eine ", "einer ")},
        **{f"{a}dreiviertelstunde": "PT45M" for a in ("", "eine ", "einer ")},
        **dict.fromkeys(("eine dreiviertel stunde", "drei viertel stunden", "dreiviertel stunde"), "PT45M"),
    },
    and_a_half={
        **{f"{number}{gap}einhalb": value for value, number in enumerate(_WHOLE_NUMBERS, 1) for gap in ("", " ")},
        "anderthalb": 1,
    },
    forms=(
        ("<amount> <unit>", "whole"),
        ("<and_a_half> <unit>", "and_a_half"),
        ("<amount> und (eine|ein|einen) (halbe|halber|halbes|halben) <unit>", "and_a_half"),
        ("[eine|einer|einen|einem|ein|eines] (halbe|halber|halbes|halben|halb) <unit>", "half"),
    ),
    and_="und",
)
