"""AMAZON.TIME and AMAZON.DURATION."""

import pytest

from tests.simulator.ears.toy import slot_value

TIMES = {
    "three pm": "15:00",
    "3:30 p.m.": "15:30",
    "three oh five pm": "15:05",
    "three o'clock": "03:00",
    "three o'clock in the afternoon": "15:00",
    "at seven": "07:00",
    "fifteen thirty": "15:30",
    "half past three": "03:30",
    "a quarter to five pm": "16:45",
    "quarter past twelve am": "00:15",
    "ten to one am": "00:50",
    "noon": "12:00",
    "midnight": "00:00",
    "in the morning": "MO",
    "tonight": "NI",
    "kettle": None,
}

GERMAN_TIMES = {
    "drei uhr": "03:00",
    "um fünfzehn uhr dreißig": "15:30",
    "halb vier": "03:30",
    "halb eins": "00:30",
    "viertel vor acht abends": "19:45",
    "zehn nach drei": "03:10",
    "vierundzwanzig uhr": "00:00",
    "mittags": "12:00",
    "mitternacht": "00:00",
    "am nachmittag": "AF",
}

DURATIONS = {
    "a day": "P1D",
    "ten days": "P10D",
    "two weeks": "P2W",
    "two hours and thirty minutes": "PT2H30M",
    "a year two months": "P1Y2M",
    "one day six hours": "P1DT6H",
    "half an hour": "PT30M",
    "ninety seconds": "PT90S",
    "two days three weeks": None,
    "days": None,
    "two days and": None,
}

GERMAN_DURATIONS = {
    "einen tag": "P1D",
    "zwei stunden und dreißig minuten": "PT2H30M",
    "eine halbe stunde": "PT30M",
    "drei monate": "P3M",
}


@pytest.mark.parametrize(("said", "value"), TIMES.items())
def test_english_times_are_on_the_clock_of_twenty_four_hours(said: str, value: str | None) -> None:
    assert slot_value(said, "TellPinIntent.at") == value


@pytest.mark.parametrize(("said", "value"), GERMAN_TIMES.items())
def test_german_times_are_on_the_clock_of_twenty_four_hours(said: str, value: str | None) -> None:
    assert slot_value(said, "TellDaysIntent.at", locale="de-DE") == value


@pytest.mark.parametrize(("said", "value"), DURATIONS.items())
def test_english_durations_go_from_the_greater_unit_to_the_smaller(said: str, value: str | None) -> None:
    assert slot_value(said, "TellPinIntent.how_long") == value


@pytest.mark.parametrize(("said", "value"), GERMAN_DURATIONS.items())
def test_german_durations_are_iso_durations(said: str, value: str | None) -> None:
    assert slot_value(said, "TellDaysIntent.how_long", locale="de-DE") == value
