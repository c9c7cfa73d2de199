"""German names and forms of dates."""

from collections.abc import Sequence

from simulator.ears.languages.language import Calendar, every

_PARTS_OF_DAY = ("früh", "morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")
_PART_OF_DAY = f"({'|'.join(_PARTS_OF_DAY)})"
_PART = "(anfang|mitte|ende)"
_ON = "[am|der|den|dem|vom|zum]"
_OF_YEAR = "(<year>|<relative_year>)"
_TENS = ("zwanziger", "dreißiger", "vierziger", "fünfziger", "sechziger", "siebziger", "achtziger", "neunziger")


def _with(ends: Sequence[str], *stems: str) -> str:
    """Adjectives with each of their endings, as one choice ("letzte", "letzter", "vorige", "voriger")."""
    return f"({'|'.join(f'{stem}{end}' for stem in stems for end in ends)})"


def _last(*ends: str) -> str:
    return _with(ends, "letzte", "vorige", "vergangene")


def _next(*ends: str) -> str:
    return _with(ends, "nächste", "kommende")


CALENDAR = Calendar(
    weekdays=tuple(
        tuple(f"{name}{part}" for name in names for part in ("", *_PARTS_OF_DAY))
        for names in (
            ("montag",),
            ("dienstag",),
            ("mittwoch",),
            ("donnerstag",),
            ("freitag",),
            ("samstag", "sonnabend"),
            ("sonntag",),
        )
    ),
    months=(
        ("januar", "jänner", "jan"),
        ("februar", "feber", "feb"),
        ("märz",),
        ("april", "apr"),
        ("mai",),
        ("juni", "juno", "jun"),
        ("juli", "julei", "jul"),
        ("august", "aug"),
        ("september", "sept", "sep"),
        ("oktober", "okt"),
        ("november", "nov"),
        ("dezember", "dez"),
    ),
    units=every(
        {
            "(tag|tage|tagen)": "day",
            "(woche|wochen)": "week",
            "(monat|monate|monaten)": "month",
            "(jahr|jahre|jahren)": "year",
        }
    ),
    relative_days=every(
        {
            f"heute [{_PART_OF_DAY}]": 0,
            f"(gestern [{_PART_OF_DAY}]|letzte nacht)": -1,
            f"vorgestern [{_PART_OF_DAY}]": -2,
            "vorvorgestern": -3,
            "morgen [früh|vormittag|mittag|nachmittag|abend|nacht]": 1,
            f"übermorgen [{_PART_OF_DAY}]": 2,
        }
    ),
    relative_weeks=every(
        {
            f"(diese woche|dieser woche|{_PART} der woche)": 0,
            f"{_last('', 'r', 'n')} woche": -1,
            "(vorletzte|vorletzter|vorletzten) woche": -2,
            f"{_next('', 'r', 'n')} woche": 1,
            "(übernächste|übernächster|übernächsten) woche": 2,
        }
    ),
    relative_weekends=every(
        {
            "[dieses|diesem] wochenende": 0,
            f"{_last('s', 'n')} wochenende": -1,
            "(vorletztes|vorletzten) wochenende": -2,
            f"{_next('s', 'n')} wochenende": 1,
            "(übernächstes|übernächsten) wochenende": 2,
        }
    ),
    relative_months=every(
        {
            f"(diesen monat|diesem monat|dieses monats|{_PART} des monats)": 0,
            f"{_last('n', 'r')} (monat|monats)": -1,
            "(vorletzten|vorletzter) (monat|monats)": -2,
            f"{_next('n', 'r')} (monat|monats)": 1,
            "(übernächsten|übernächster) (monat|monats)": 2,
            "vor einem halben jahr": -6,
            "in einem halben jahr": 6,
        }
    ),
    relative_years=every(
        {
            "(dieses jahr|diesem jahr|dieses jahres)": 0,
            f"{_last('s', 'n')} (jahr|jahres)": -1,
            "(vorletztes|vorletzten) (jahr|jahres)": -2,
            f"{_next('s', 'n')} (jahr|jahres)": 1,
            "(übernächstes|übernächsten) (jahr|jahres)": 2,
        }
    ),
    relative_decades=every(
        {
            "(dieses|diesem) jahrzehnt": 0,
            f"{_last('s', 'n')} jahrzehnt": -1,
            f"{_next('s', 'n')} jahrzehnt": 1,
        }
    ),
    seasons=every({"winter": 12, "(frühling|frühjahr)": 3, "sommer": 6, "herbst": 9}),
    decades={
        **{f"{name}{end}": place for place, name in enumerate(_TENS, 2) for end in ("", "n", " jahre", " jahren")},
        **{f"{place}0er{end}": place for place in range(2, 10) for end in ("", "n", " jahre", " jahren")},
        **{f"{decade}0er{end}": decade for decade in range(190, 210) for end in ("", "n", " jahre", " jahren")},
    },
    forms=(
        ("<relative_day>", "relative_day"),
        ("(jetzt|gerade)", "present"),
        (f"[am] [diesen|diesem|kommenden|kommender] <weekday> [{_PART_OF_DAY}]", "coming_weekday"),
        (f"[am] {_last('n', 'r', 'm')} <weekday> [{_PART_OF_DAY}]", "past_weekday"),
        (f"[am] (vorletzten|vorletzter) <weekday> [{_PART_OF_DAY}]", "weekday_before_last"),
        (f"[am] (nächsten|nächster) <weekday> [{_PART_OF_DAY}]", "weekday_of_next_week"),
        (f"[am] (übernächsten|übernächster) <weekday> [{_PART_OF_DAY}]", "weekday_after_next"),
        ("[am] <weekday> [in] [der] <relative_week>", "weekday_of_week"),
        ("[in] [der] <relative_week> [am] <weekday>", "weekday_of_week"),
        ("[am] <weekday> in <amount> (woche|wochen)", "weekday_in_weeks"),
        ("[in|am] [der] <relative_week>", "week"),
        (f"{_PART} [der] <relative_week>", "week"),
        ("[in] [der] (kw|kalenderwoche|woche) <week>", "numbered_week"),
        ("[am|an|das|dem|übers] <relative_weekend>", "weekend"),
        (f"[im|in|den|am] [{_PART}] <relative_month>", "relative_month"),
        ("[im|in] <relative_year>", "relative_year"),
        ("[im|in] <relative_decade>", "relative_decade"),
        (f"[im] [{_PART}] <month> [{_OF_YEAR}]", "month"),
        ("[im] (letzten|vergangenen) <month>", "past_month"),
        ("[im] nächsten <month>", "next_month"),
        ("(diesen|diesem|dieses) <month>", "month_of_this_year"),
        ("<relative_year> [im] <month>", "month"),
        ("[im jahr|im jahre] <year>", "year"),
        ("[in] [die|den|der] <decade>", "decade"),
        ("[im|den|der] <season>", "coming_season"),
        ("[in] (diesen|diesem|dieser|dieses) <season>", "this_season"),
        (f"[im] {_next('n', 'r', 's')} <season>", "next_season"),
        (f"[im] {_last('n', 'r', 's')} <season>", "last_season"),
        (f"[im|den|der] <season> {_OF_YEAR}", "season_of_year"),
        (f"{_ON} [<weekday>] [der|den|dem] <ordinal_day> <month> [{_OF_YEAR}]", "day_of_month"),
        (f"{_ON} [<weekday>] [der|den|dem] <ordinal_day> <ordinal_month> [{_OF_YEAR}|<short_year>]", "day_of_month"),
        ("(am|der|den|dem|vom|zum) <ordinal_day>", "day_alone"),
        ("[am|der|den|dem] <weekday> (der|den|dem) <ordinal_day>", "day_alone"),
        ("(am|der|den|dem) <ordinal_day> [des] <relative_month>", "day_of_relative_month"),
        ("vor <amount> <unit>", "ago"),
        ("in <amount> <unit>", "ahead"),
        ("<relative_day> in <amount> <unit>", "after_day"),
        ("<relative_day> vor <amount> <unit>", "before_day"),
    ),
)
