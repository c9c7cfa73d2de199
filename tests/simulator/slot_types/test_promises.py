"""What every slot type keeps to, whatever is said: it never raises, stays within the words, keeps its form."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.ears.ears import Ears, Elicitation
from simulator.ears.languages import LOCALES
from simulator.ears.slot_types.catalogue import built_in
from simulator.ears.words import split
from tests.simulator.ears.toy import made_of
from tests.simulator.slot_types.test_tables import CASES

_UNIT = "(?:[0-9]+{})?"
DATE = (
    r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-W(0[1-9]|[1-4][0-9]|5[0-3])(-WE)?|-(WI|SP|SU|FA))?"
    r"|[0-9]{3}X|PRESENT_REF"
)
DURATION = "P(?=.)" + "".join(map(_UNIT.format, "YMWD")) + "(T(?=.)" + "".join(map(_UNIT.format, "HMS")) + ")?"
FORMS = {
    "AMAZON.NUMBER": r"0|[1-9][0-9]*",
    "AMAZON.FOUR_DIGIT_NUMBER": r"[0-9]{4}",
    "AMAZON.Ordinal": r"0|[1-9][0-9]*",
    "AMAZON.PhoneNumber": r"\+?[0-9]{3,17}",
    "AMAZON.AlphaNumeric": r"[^\W_]+",
    "AMAZON.DATE": DATE,
    "AMAZON.TIME": r"([01][0-9]|2[0-3]):[0-5][0-9]|MO|AF|EV|NI|PRESENT_REF",
    "AMAZON.DURATION": DURATION,
}
"""What Amazon's page "Slot Type Reference" lets each type report, as a regular expression."""
SPOKEN_LOCALES = ("en-US", "en-GB", "en-IN", "de-DE", "it-IT", "ja-JP")
ANY_TEXT = st.text(max_size=40)
FAMILIAR = st.lists(
    st.sampled_from(sorted({word for case in CASES for word in case.said.split()})) | st.text(max_size=4), max_size=12
).map(" ".join)
DAYS = st.dates() | st.sampled_from([date.min, date.max, date(2028, 2, 29)])


@given(text=ANY_TEXT | FAMILIAR, today=DAYS)
@settings(deadline=None, derandomize=True, database=None)
@pytest.mark.parametrize("locale", SPOKEN_LOCALES)
def test_a_type_reads_any_text_in_its_own_form_and_no_further_than_the_words(
    text: str, today: date, locale: str
) -> None:
    words = split(text)
    for name, form in FORMS.items():
        slot_type = built_in(name, locale)
        for start in range(len(words)):
            for reading in slot_type.read(words, start, today):
                assert start < reading.end <= len(words)
                assert reading.end - start <= slot_type.longest
                assert reading.value is not None
                assert re.fullmatch(form, reading.value), (name, reading.value)


@given(text=ANY_TEXT | FAMILIAR, today=DAYS)
@settings(deadline=None, derandomize=True, database=None)
def test_words_that_are_left_behind_change_nothing(text: str, today: date) -> None:
    words = split(text)
    for name in FORMS:
        slot_type = built_in(name, "en-US")
        for start in range(len(words)):
            for reading in slot_type.read(words, start, today):
                alone = slot_type.read(words[start : reading.end], 0, today)
                assert reading._replace(end=reading.end - start) in list(alone)


def test_every_value_of_the_tables_has_the_form_of_its_type() -> None:
    values = [(case.type, case.value) for case in CASES if case.value is not None]
    assert [value for type_name, value in values if not re.fullmatch(FORMS[type_name], value)] == []


@pytest.mark.parametrize("type_name", ["AMAZON.SearchQuery", "AMAZON.City", "AMAZON.FirstName"])
def test_a_type_without_words_of_its_own_reads_none(type_name: str) -> None:
    assert list(built_in(type_name, "en-US").read(split("berlin"), 0, date(2026, 11, 22))) == []


def _free(locale: str, type_name: str) -> Ears:
    slot = {"name": "text", "type": type_name, "samples": ["{text}"]}
    return Ears(made_of({"name": "SayIntent", "slots": [slot], "samples": []}), locale, strict=True)


FREE = {(locale, name): _free(locale, name) for locale in LOCALES for name in ("AMAZON.SearchQuery", "AMAZON.City")}


@given(text=ANY_TEXT | FAMILIAR)
@settings(deadline=None, derandomize=True, database=None)
@pytest.mark.parametrize("locale", ["en-US", "de-DE", "ja-JP", "ar-SA"])
def test_free_text_loses_no_character_between_its_first_and_its_last_word(text: str, locale: str) -> None:
    heard = FREE[locale, "AMAZON.SearchQuery"].hear(
        text, today=date(2026, 11, 22), eliciting=Elicitation("SayIntent", "text")
    )
    evened = " ".join(text.split())
    if not split(text):
        assert heard.intent == "AMAZON.FallbackIntent"
        return
    value = heard.slots["text"].value
    assert value
    before, found, behind = evened.partition(value)
    assert found
    assert not any(split(rest) for rest in (before, behind))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    "said", ["New York", "São Paulo", "東京", "नई दिल्ली", "الرياض", "s-Hertogenbosch", "Köln-Ehrenfeld", "O'Fallon"]
)
def test_a_list_of_amazons_reports_the_words_as_they_are_without_a_resolution(said: str, locale: str) -> None:
    heard = FREE[locale, "AMAZON.City"].hear(
        f"  {said}! ", today=date(2026, 11, 22), eliciting=Elicitation("SayIntent", "text")
    )
    assert (heard.slots["text"].value, heard.slots["text"].resolution) == (said, None)
