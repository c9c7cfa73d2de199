"""German words for the ears."""

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
    cardinals=(
        "spellout-numbering",
        "spellout-cardinal-neuter",
        "spellout-cardinal-feminine",
        "spellout-cardinal-n",
        "spellout-cardinal-r",
        "spellout-cardinal-s",
        "spellout-cardinal-m",
    ),
    ordinals=(
        "spellout-ordinal",
        "spellout-ordinal-n",
        "spellout-ordinal-r",
        "spellout-ordinal-s",
        "spellout-ordinal-m",
    ),
    thousand="tausend",
    glued=True,
    and_="und",
    one=(),
    also=(("einhundert", "hundert"),),
    extra={"tausend": 1000, "zwo": 2, "ein dutzend": 12},
    extra_digits={"zwo": 2},
    ordinal_ends=("", "te", "ten", "ter", "tes"),
)

_DAY_PARTS = ("früh", "morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")

_CALENDAR = Calendar(
    weekdays=(
        ("montag",),
        ("dienstag",),
        ("mittwoch",),
        ("donnerstag",),
        ("freitag",),
        ("samstag", "sonnabend"),
        ("sonntag",),
    ),
    months=(
        ("januar", "jänner"),
        ("februar",),
        ("märz",),
        ("april",),
        ("mai",),
        ("juni", "juno"),
        ("juli", "julei"),
        ("august",),
        ("september",),
        ("oktober",),
        ("november",),
        ("dezember",),
    ),
    units={
        "tag": "day",
        "tage": "day",
        "tagen": "day",
        "woche": "week",
        "wochen": "week",
        "monat": "month",
        "monate": "month",
        "monaten": "month",
        "jahr": "year",
        "jahre": "year",
        "jahren": "year",
    },
    relative_days={
        "heute": 0,
        "gestern": -1,
        "vorgestern": -2,
        "vorvorgestern": -3,
        "morgen": 1,
        "übermorgen": 2,
        "letzte nacht": -1,
        **{f"heute {part}": 0 for part in _DAY_PARTS},
        **{f"gestern {part}": -1 for part in _DAY_PARTS},
        **{f"vorgestern {part}": -2 for part in _DAY_PARTS},
        **{f"morgen {part}": 1 for part in _DAY_PARTS if part != "morgen"},
    },
    relative_weeks={
        **{f"diese{end} woche": 0 for end in ("", "r")},
        **{f"{word}{end} woche": -1 for word in ("letzte", "vorige", "vergangene") for end in ("", "r", "n")},
        **{f"vorletzte{end} woche": -2 for end in ("", "r", "n")},
        **{f"{word}{end} woche": 1 for word in ("nächste", "kommende") for end in ("", "r", "n")},
        **{f"übernächste{end} woche": 2 for end in ("", "r", "n")},
    },
    relative_weekends={
        "wochenende": 0,
        **{f"diese{end} wochenende": 0 for end in ("s", "m")},
        **{f"{word}{end} wochenende": -1 for word in ("letzte", "vorige", "vergangene") for end in ("s", "n")},
        **{f"vorletzte{end} wochenende": -2 for end in ("s", "n")},
        **{f"{word}{end} wochenende": 1 for word in ("nächste", "kommende") for end in ("s", "n")},
    },
    relative_months={
        **{f"diese{end}": 0 for end in ("n monat", "m monat", "s monats")},
        **{f"{word}{end}": -1 for word in ("letzte", "vorige", "vergangene") for end in ("n monat", "n monats")},
        **{f"vorletzte{end}": -2 for end in ("n monat", "n monats")},
        **{f"{word}{end}": 1 for word in ("nächste", "kommende") for end in ("n monat", "n monats")},
    },
    relative_years={
        **{f"diese{end} jahr": 0 for end in ("s", "m")},
        **{f"{word}{end} jahr": -1 for word in ("letzte", "vorige", "vergangene") for end in ("s", "n")},
        **{f"{word}{end} jahr": 1 for word in ("nächste", "kommende") for end in ("s", "n")},
    },
    forms=(
        ("<relative_day>", "relative_day"),
        ("(jetzt|gerade)", "present"),
        ("[am] <weekday>", "coming_weekday"),
        ("[am] (diesen|diesem|kommenden|kommender) <weekday>", "coming_weekday"),
        (
            "[am] (letzten|letztem|letzter|vergangenen|vergangenem|vergangener|vorigen|vorigem) <weekday>",
            "past_weekday",
        ),
        ("[am] (nächsten|nächster) <weekday>", "weekday_of_next_week"),
        ("[am] <weekday> [in] [der] <relative_week>", "weekday_of_week"),
        ("[in] [der] <relative_week> [am] <weekday>", "weekday_of_week"),
        ("[in] [der] <relative_week>", "week"),
        ("[am|an|das|dem] <relative_weekend>", "weekend"),
        ("[im|in] <relative_month>", "relative_month"),
        ("[im|in] <relative_year>", "relative_year"),
        ("[im] <month> [<year>]", "month"),
        ("[im] <month> <relative_year>", "month"),
        ("[im] (letzten|vergangenen) <month>", "past_month"),
        ("[im jahr] <year>", "year"),
        ("[am|der|den|dem] [<weekday>] [der|den|dem] <ordinal_day> <month> [<year>]", "day_of_month"),
        ("[am|der|den|dem] [<weekday>] [der|den|dem] <ordinal_day> <ordinal_month> [<year>]", "day_of_month"),
        ("(am|der|den|dem) <ordinal_day>", "day_alone"),
        ("[am|der|den|dem] <weekday> (der|den|dem) <ordinal_day>", "day_alone"),
        ("(am|der|den|dem) <ordinal_day> <relative_month>", "day_of_relative_month"),
        ("vor <amount> <unit>", "ago"),
        ("in <amount> <unit>", "ahead"),
        ("<iso_year> <digit_month> <digit_day>", "day_of_month"),
    ),
)

_CLOCK = Clock(
    halves={
        **dict.fromkeys(("morgens", "früh", "vormittags"), 0),
        **dict.fromkeys(("mittags", "nachmittags", "abends"), 1),
    },
    parts={
        **dict.fromkeys(("morgens", "am morgen", "vormittags", "am vormittag", "früh"), "MO"),
        **dict.fromkeys(("nachmittags", "am nachmittag"), "AF"),
        **dict.fromkeys(("abends", "am abend"), "EV"),
        **dict.fromkeys(("nachts", "in der nacht"), "NI"),
    },
    forms=(
        ("<part>", "part"),
        ("[am] (mittag|mittags)", "noon"),
        ("[um] mitternacht", "midnight"),
        ("[um] <hour> uhr [<minute>] [<half>]", "clock"),
        ("[um] <hour> [<half>]", "clock"),
        ("[um] halb <hour> [<half>]", "half_to"),
        ("[um] viertel nach <hour> [<half>]", "quarter_past"),
        ("[um] viertel vor <hour> [<half>]", "quarter_to"),
        ("[um] <minute> [minuten] nach <hour> [<half>]", "clock"),
        ("[um] <minute> [minuten] vor <hour> [<half>]", "minutes_to"),
    ),
)

_DURATIONS = Durations(
    units={
        "sekunde": "TS",
        "sekunden": "TS",
        "minute": "TM",
        "minuten": "TM",
        "stunde": "TH",
        "stunden": "TH",
        "tag": "D",
        "tage": "D",
        "tagen": "D",
        "woche": "W",
        "wochen": "W",
        "monat": "M",
        "monate": "M",
        "monaten": "M",
        "jahr": "Y",
        "jahre": "Y",
        "jahren": "Y",
    },
    phrases={
        "eine halbe stunde": "PT30M",
        "halbe stunde": "PT30M",
        "anderthalb stunden": "PT1H30M",
        "eineinhalb stunden": "PT1H30M",
    },
    and_="und",
)

_INVOCATION = InvocationWords(
    wake_words=("alexa", "hey alexa"),
    before=("bitte", "kannst du", "kannst du bitte", "lass uns", "ich möchte", "ich will"),
    forms=(
        "[den|die|das] <name> [bitte]",
        "(öffne|starte|start|lade|benutze|nutze) [bitte] [den|die|das] <name> [bitte]",
        "[den|die|das] <name> (öffnen|starten)",
        "(rede|sprich|reden|sprechen) [bitte] mit [dem|der] <name> [bitte]",
        "mit [dem|der] <name> (reden|sprechen)",
        "(frage|frag|sage|sag) [den|die|das|dem|der] <name> [bitte]",
        "(öffne|starte|start|lade|benutze|nutze) [bitte] [den|die|das] <name> und <rest>",
        "(rede|sprich) [bitte] mit [dem|der] <name> (und|über) <rest>",
        "(frage|frag|sage|sag) [den|die|das|dem|der] <name> (nach|ob|dass|über|zu|um) <rest>",
        "(frage|frag|sage|sag) [den|die|das|dem|der] <name> <rest>",
        "<rest> mit [dem|der] <name>",
    ),
)

_FUNCTION_WORDS = frozenset(
    keys_of(
        """
        der die das den dem des ein eine einen einem einer eines dies diese dieser dieses da hier
        ich mich mir mein meine meinen meinem meiner du dich dir dein deine er sie es ihn ihm ihr ihre
        uns unser unsere wir man sich bin bist ist sind war waren sei hab habe hat hatte haben wird werde werden
        kann soll will muss an am auf aus bei bis für gegen im in ins mit nach ohne seit über um unter von vom vor
        zu zum zur und oder aber nicht kein keine keinen ja nein so dann auch nur doch mal denn noch schon dass ob
        was wer wie wo wann warum welche welcher welches
        """
    )
)

_PHRASES = {
    "AMAZON.YesIntent": (
        *("ja", "jawohl", "jo", "jep", "ja genau", "genau", "klar", "na klar", "sicher", "okay", "ok", "richtig"),
        *("stimmt", "das stimmt", "natürlich", "auf jeden fall", "gerne", "ja gerne", "ja klar", "in ordnung"),
    ),
    "AMAZON.NoIntent": ("nein", "nee", "nö", "ne", "nein danke", "auf keinen fall"),
    "AMAZON.HelpIntent": (
        *("hilfe", "hilf mir", "ich brauche hilfe", "kannst du mir helfen", "was kann ich sagen", "was kannst du"),
    ),
    "AMAZON.StopIntent": ("stopp", "stop", "halt", "hör auf", "aufhören", "aus", "sei still", "es reicht"),
    "AMAZON.CancelIntent": ("abbrechen", "abbruch", "brich ab", "vergiss es", "schon gut"),
    "AMAZON.RepeatIntent": (
        *("wiederholen", "wiederhole", "wiederhole das", "wiederhol das", "noch einmal", "noch mal", "nochmal"),
        *("sag das noch einmal", "sag das nochmal", "was hast du gesagt", "wie bitte"),
    ),
    "AMAZON.StartOverIntent": (
        "von vorne",
        "neu starten",
        "neustart",
        "von vorn",
        "noch mal von vorne",
        "neu anfangen",
    ),
    "AMAZON.PreviousIntent": ("zurück", "geh zurück", "gehe zurück", "vorherige", "zum vorherigen"),
    "AMAZON.NextIntent": ("weiter", "überspringen", "nächste", "nächstes", "zum nächsten"),
    "AMAZON.NavigateHomeIntent": ("startseite", "zur startseite", "geh zur startseite", "nach hause", "home"),
    "AMAZON.PauseIntent": ("pause", "pausieren", "anhalten"),
    "AMAZON.ResumeIntent": ("fortsetzen", "fortfahren", "weitermachen"),
    "AMAZON.MoreIntent": ("mehr", "mehr anzeigen", "zeig mehr"),
}

GERMAN = Language(
    code="de",
    numbers=_NUMBERS,
    calendar=_CALENDAR,
    clock=_CLOCK,
    durations=_DURATIONS,
    invocation=_INVOCATION,
    function_words=_FUNCTION_WORDS,
    phrases=_PHRASES,
    polite="bitte",
    platform_exit=frozenset({"beenden", "beende", "skill beenden", "beende den skill", "den skill beenden"}),
)
