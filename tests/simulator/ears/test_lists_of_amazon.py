"""Amazon's own list types, free text and custom types beside one another: what is listed goes first."""

import pytest

from simulator.ears.ears import Ears
from simulator.ears.heard import Heard
from tests.simulator.ears.toy import TODAY, made_of, values

LISTS = ("AMAZON.City", "AMAZON.US_CITY", "AMAZON.FirstName", "AMAZON.Person", "AMAZON.Country", "AMAZON.Color")


def _hear(said: str, *samples: tuple[str, str], **types: str) -> Heard:
    """Hear with intents of one sample each; ``types`` are those of the slots, and Item is a list with a kettle."""
    intents = [
        {
            "name": name,
            "slots": [{"name": slot, "type": type_} for slot, type_ in types.items() if f"{{{slot}}}" in sample],
            "samples": [sample],
        }
        for name, sample in samples
    ]
    return Ears(made_of(*intents, Item=["kettle"]), "en-US", strict=True).hear(said, today=TODAY)


@pytest.mark.parametrize("type_name", LISTS)
def test_words_in_the_place_of_a_list_are_its_value_as_they_are(type_name: str) -> None:
    heard = _hear("What is it like in Frankfurt am Main today?", ("A", "what is it like in {x} today"), x=type_name)
    slot = heard.slots["x"]
    assert (slot.value, slot.said, slot.resolution) == ("Frankfurt am Main", "Frankfurt am Main", None)
    assert "resolutions" not in slot.as_request()


def test_a_list_takes_no_whole_sentence() -> None:
    assert _hear("go to one two three four five six seven eight", ("A", "go to {x}"), x="AMAZON.City").intent == "A"
    long = "go to one two three four five six seven eight nine"
    assert _hear(long, ("A", "go to {x}"), x="AMAZON.City").intent == "AMAZON.FallbackIntent"


def test_a_listed_value_goes_before_free_text_whatever_the_order() -> None:
    samples = (("FreeIntent", "look for {text}"), ("ListIntent", "look for {x}"))
    for order in (samples, samples[::-1]):
        heard = _hear("look for kettle", *order, text="AMAZON.SearchQuery", x="Item")
        assert (heard.intent, heard.runner_up) == ("ListIntent", "FreeIntent")


def test_a_listed_value_goes_before_a_list_of_amazons() -> None:
    samples = (("CityIntent", "look for {city}"), ("ListIntent", "look for {x}"))
    assert _hear("look for kettle", *samples, city="AMAZON.City", x="Item").intent == "ListIntent"


def test_a_date_goes_before_a_list_of_amazons() -> None:
    samples = (("CityIntent", "look for {city}"), ("DayIntent", "look for {day}"))
    heard = _hear("look for monday", *samples, city="AMAZON.City", day="AMAZON.DATE")
    assert values(heard) == {"day": "2026-11-23"}


def test_more_literal_words_leave_less_to_free_text() -> None:
    samples = (("ShortIntent", "look for {text}"), ("LongIntent", "look for the book {text}"))
    heard = _hear("look for the book emma", *samples, text="AMAZON.SearchQuery")
    assert (heard.intent, values(heard)) == ("LongIntent", {"text": "emma"})


def test_free_text_takes_all_that_is_left() -> None:
    heard = _hear("look for  a 5% off, 2-in-1 kettle (blue)!", ("A", "look for {text}"), text="AMAZON.SearchQuery")
    assert values(heard) == {"text": "a 5% off, 2-in-1 kettle (blue"}


def test_a_list_that_the_model_extends_is_a_custom_type() -> None:
    slot = {"name": "city", "type": "AMAZON.City"}
    intent = {"name": "A", "slots": [slot], "samples": ["go to {city}"]}
    ears = Ears(made_of(intent, **{"AMAZON.City": ["gotham"]}), "en-US", strict=True)
    statuses = []
    for city in ("gotham", "berlin"):
        resolution = ears.hear(f"go to {city}", today=TODAY).slots["city"].resolution
        assert resolution
        assert resolution.authority.endswith(".AMAZON.City")
        statuses.append(resolution.status)
    assert statuses == ["ER_SUCCESS_MATCH", "ER_SUCCESS_NO_MATCH"]


def test_a_phone_number_and_a_code_are_converted_inside_a_sample() -> None:
    samples = (("CallIntent", "call {phone} please"), ("CodeIntent", "my code is {code}"))
    types = {"phone": "AMAZON.PhoneNumber", "code": "AMAZON.AlphaNumeric"}
    assert values(_hear("call five five five oh one double two please", *samples, **types)) == {"phone": "5550122"}
    assert values(_hear("my code is n h five oh nine", *samples, **types)) == {"code": "nh509"}
    assert _hear("call somebody please", *samples, **types).intent == "AMAZON.FallbackIntent"
