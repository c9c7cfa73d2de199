"""Numbers and days as people say them, spelled out by CLDR's rules."""

from collections.abc import Iterator
from datetime import date

from babel.dates import format_date
from unicode_rbnf import FormatPurpose, RbnfEngine

_ENGINES = {language: RbnfEngine.for_language(language) for language in ("en", "de")}
_CARDINAL = {"en": "spellout-numbering", "de": "spellout-numbering"}
_ORDINAL = {"en": "spellout-ordinal", "de": "spellout-ordinal-n"}


def cardinal(language: str, number: int) -> str:
    """The number in words: "two thousand twenty-six", "zweitausendsechsundzwanzig"."""
    return _spelled(language, number, FormatPurpose.CARDINAL, _CARDINAL[language])


def ordinal(language: str, number: int) -> str:
    """The ordinal in words: "twenty-first", "einundzwanzigsten"."""
    return _spelled(language, number, FormatPurpose.ORDINAL, _ORDINAL[language])


def _spelled(language: str, number: int, purpose: FormatPurpose, rules: str) -> str:
    text = _ENGINES[language].format_number(number, purpose=purpose, ruleset_names=[rules]).text
    assert isinstance(text, str)
    return text


def english_days(day: date) -> Iterator[str]:
    """The usual ways to name a day with its year in American English."""
    month, said = format_date(day, "MMMM", "en"), ordinal("en", day.day)
    year = f"twenty {cardinal('en', day.year % 100)}"
    yield f"{month} {said} {year}"
    yield f"the {said} of {month} {cardinal('en', day.year)}"
    yield f"{format_date(day, 'EEEE', 'en')} {month} the {said} {day.year}"
    yield f"{said} {month} {year}"
    yield format_date(day, "MMMM d, y", "en")
    yield format_date(day, "MMM d, y", "en")
    yield format_date(day, "d MMM y", "en")
    yield format_date(day, "M/d/yy", "en")
    yield day.isoformat()


def german_days(day: date) -> Iterator[str]:
    """The usual ways to name a day with its year in German."""
    month, said = format_date(day, "MMMM", "de"), ordinal("de", day.day)
    yield f"am {said} {month} {cardinal('de', day.year)}"
    yield f"{said} {ordinal('de', day.month)} {day.year}"
    yield f"{format_date(day, 'EEEE', 'de')} den {said} {month} zwanzig {cardinal('de', day.year % 100)}"
    yield format_date(day, "d. MMMM y", "de")
    yield format_date(day, "d.M.y", "de")
    yield format_date(day, "dd.MM.yy", "de")
    yield day.isoformat()
