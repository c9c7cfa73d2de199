"""English names and forms of dates."""

from dataclasses import replace

from simulator.ears.languages.language import Calendar, every

_PART_OF_DAY = "(morning|afternoon|evening|night)"
_PART = "(start|beginning|middle|end)"
_PART_OF_MONTH = f"[early|earlier|mid|late|later|[the] {_PART} of]"
_OF_YEAR = "(<year>|<relative_year>)"
_TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")

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
        ("march", "mar"),
        ("april", "apr"),
        ("may",),
        ("june", "jun"),
        ("july", "jul"),
        ("august", "aug"),
        ("september", "sept", "sep"),
        ("october", "oct"),
        ("november", "nov"),
        ("december", "dec"),
    ),
    units=every(
        {
            "(day|days)": "day",
            "(week|weeks)": "week",
            "(fortnight|fortnights)": "fortnight",
            "(month|months)": "month",
            "(year|years)": "year",
        }
    ),
    relative_days=every(
        {
            "([earlier|later] today|tonight)": 0,
            f"this {_PART_OF_DAY}": 0,
            f"(last night|yesterday [{_PART_OF_DAY}])": -1,
            "([the] day before yesterday|the night before last)": -2,
            f"tomorrow [{_PART_OF_DAY}]": 1,
            "[the] day after tomorrow": 2,
        }
    ),
    relative_weeks=every(
        {
            f"(this week|[the] {_PART} of the week)": 0,
            "[the] last week": -1,
            "[the] week before last": -2,
            "[the] next week": 1,
            "[the] week after next": 2,
        }
    ),
    relative_weekends=every(
        {
            "([the|this] weekend|(this|the) coming weekend)": 0,
            "([the] last|this past) weekend": -1,
            "[the] weekend before last": -2,
            "next weekend": 1,
            "[the] weekend after next": 2,
        }
    ),
    relative_months=every(
        {
            f"(this month|[the] {_PART} of the month)": 0,
            "last month": -1,
            "[the] month before last": -2,
            "next month": 1,
            "[the] month after next": 2,
            "half a year ago": -6,
            "in half a year": 6,
        }
    ),
    relative_years=every(
        {
            "this year": 0,
            "last year": -1,
            "[the] year before last": -2,
            "next year": 1,
            "[the] year after next": 2,
        }
    ),
    relative_decades=every({"this decade": 0, "[the] last decade": -1, "[the] next decade": 1}),
    seasons=every({"winter": 12, "(spring|springtime)": 3, "(summer|summertime)": 6, "(fall|autumn)": 9}),
    decades={
        **{name: place for place, name in enumerate(_TENS, 2)},
        **{f"{place}0s": place for place in range(2, 10)},
        **{f"{decade}0s": decade for decade in range(190, 210)},
    },
    forms=(
        ("[on] <relative_day>", "relative_day"),
        ("[right|just] now", "present"),
        (f"[on] [this|this coming|the coming] <weekday> [{_PART_OF_DAY}]", "coming_weekday"),
        (f"[on] [the] (last|past|previous|this past|this last) <weekday> [{_PART_OF_DAY}]", "past_weekday"),
        ("[on] [the] <weekday> before last", "weekday_before_last"),
        (f"[on] next <weekday> [{_PART_OF_DAY}]", "weekday_of_next_week"),
        ("[on] [the] <weekday> after next", "weekday_after_next"),
        ("[on] <weekday> [of] <relative_week>", "weekday_of_week"),
        ("<relative_week> [on] <weekday>", "weekday_of_week"),
        ("[on] <weekday> week", "weekday_in_a_week"),
        ("<amount> (week|weeks) (on|from) <weekday>", "weekday_in_weeks"),
        ("[in|at|early|earlier|late|later] <relative_week>", "week"),
        ("[in] week [number] <week>", "numbered_week"),
        ("[on|over|at|for] <relative_weekend>", "weekend"),
        (f"[in|at] {_PART_OF_MONTH} <relative_month>", "relative_month"),
        ("[in|early|earlier|late|later] <relative_year>", "relative_year"),
        ("[in] <relative_decade>", "relative_decade"),
        (f"[in|at] {_PART_OF_MONTH} [this coming] <month> [[of] {_OF_YEAR}]", "month"),
        ("[in] this <month>", "month_of_this_year"),
        ("<relative_year> [in] <month>", "month"),
        ("(last|this past) <month>", "past_month"),
        ("next <month>", "next_month"),
        ("[in] [the year] <year>", "year"),
        ("[in] [the] [<century>] <decade>", "decade"),
        ("[in] [the] <season>", "coming_season"),
        ("this <season>", "this_season"),
        ("next <season>", "next_season"),
        ("(last|this past) <season>", "last_season"),
        (f"[in] [the] <season> [of] {_OF_YEAR}", "season_of_year"),
        (f"[on] [<weekday>] [the] <day> of <month> [[of] {_OF_YEAR}]", "day_of_month"),
        ("[on] [<weekday>] [the] <ordinal_day> <month> [<year>]", "day_of_month"),
        ("[on] [<weekday>] <digit_day> <month> [<year>]", "day_of_month"),
        (f"[on] [<weekday>] <month> [the] <day> [[of] {_OF_YEAR}]", "day_of_month"),
        ("[on] [<weekday>] the <ordinal_day>", "day_alone"),
        ("[on] the <ordinal_day> [of] <relative_month>", "day_of_relative_month"),
        ("<amount> <unit> (ago [today]|back)", "ago"),
        ("in <amount> <unit> [time]", "ahead"),
        ("<amount> <unit> from now", "ahead"),
        ("<amount> <unit> (from|after) <relative_day>", "after_day"),
        ("<amount> <unit> before <relative_day>", "before_day"),
    ),
)

_DAY_FIRST = (("[on] <digit_day> <digit_month> [<iso_year>|<short_year>]", "day_of_month"),)
_MONTH_FIRST = (("[on] <digit_month> <digit_day> [<iso_year>|<short_year>]", "day_of_month"),)
CALENDAR_BY_DAY = replace(_CALENDAR, forms=(*_CALENDAR.forms, *_DAY_FIRST, *_MONTH_FIRST))
CALENDAR_BY_MONTH = replace(_CALENDAR, forms=(*_CALENDAR.forms, *_MONTH_FIRST, *_DAY_FIRST))
