"""Custom slot types and free text."""

import pytest

from simulator.ears.ears import Ears
from tests.simulator.ears.toy import TODAY, hear, made_of, values


@pytest.mark.parametrize("said", ["kettle", "electric kettle", "Electric-Kettle"])
def test_a_value_or_synonym_resolves_and_keeps_the_words_said(said: str) -> None:
    slot = hear(f"My {said} never came!").slots["item"]
    assert (slot.value, slot.said) == (said, said)
    assert slot.resolution
    assert (slot.resolution.status, slot.resolution.values) == ("ER_SUCCESS_MATCH", (("kettle", "kettle"),))


def test_a_synonym_of_two_values_resolves_to_both_in_the_order_of_the_model() -> None:
    resolution = hear("my power bank never came").slots["item"].resolution
    assert resolution
    assert [id_ for _, id_ in resolution.values] == ["battery", "accessory"]


def test_unknown_words_that_the_sample_pins_are_a_value_without_a_match() -> None:
    slot = hear("my Garden  Gnome never came").slots["item"]
    assert slot.value == "Garden Gnome"
    assert slot.resolution
    assert (slot.resolution.status, slot.resolution.values) == ("ER_SUCCESS_NO_MATCH", ())


def test_the_longest_listed_value_wins() -> None:
    assert values(hear("my echo dot never came")) == {"item": "echo dot"}


def test_a_value_may_be_unknown_beside_a_known_one() -> None:
    assert values(hear("my garden gnome from last tuesday never arrived and it's urgent")) == {
        "item": "garden gnome",
        "ordered": "2026-11-10",
        "urgent": "urgent",
    }


def _two_kinds() -> Ears:
    slots = [{"name": "device", "type": "Device"}, {"name": "trouble", "type": "Trouble"}]
    intent = {"name": "HelpWithIntent", "slots": slots, "samples": ["well my {device} {trouble}"]}
    return Ears(made_of(intent, Device=["echo"], Trouble=["is frozen"]), "en-US")


@pytest.mark.parametrize(
    ("said", "device", "trouble"),
    [
        ("well my echo is frozen", "echo", "is frozen"),
        ("well my lamp is frozen", "lamp", "is frozen"),
        ("well my echo hums a tune", "echo", "hums a tune"),
    ],
)
def test_of_two_adjacent_slots_one_may_be_unknown(said: str, device: str, trouble: str) -> None:
    assert values(_two_kinds().hear(said, today=TODAY)) == {"device": device, "trouble": trouble}


def test_two_adjacent_slots_are_not_both_unknown() -> None:
    assert _two_kinds().hear("well my lamp hums a tune", today=TODAY).intent == "AMAZON.FallbackIntent"


def test_an_unknown_value_has_eight_words_at_most() -> None:
    eight = "one big shiny red metal garden gnome statue"
    assert values(hear(f"my {eight} never came")) == {"item": eight}
    assert hear(f"my very {eight} never came").intent == "AMAZON.FallbackIntent"
    assert hear(f"very {eight}", "TellItemIntent.item").intent == "AMAZON.FallbackIntent"


@pytest.mark.parametrize("said", ["my help never came", "my i don't know never came", "i bought a skip it"])
def test_an_unknown_value_is_never_a_command(said: str) -> None:
    assert hear(said).intent == "AMAZON.FallbackIntent"


@pytest.mark.parametrize(
    "said", ["what's the weather", "play some music", "order pizza", "the gnome", "tell me a joke"]
)
def test_what_is_out_of_scope_falls_back(said: str) -> None:
    heard = hear(said)
    assert (heard.intent, heard.how, dict(heard.slots), heard.runner_up) == (
        "AMAZON.FallbackIntent",
        "fallback",
        {},
        None,
    )


def test_one_telling_word_pins_an_unknown_value_and_one_function_word_does_not() -> None:
    assert hear("actually gnome").intent == "CorrectIntent"
    assert hear("the gnome").intent == "AMAZON.FallbackIntent"
    assert hear("the kettle").intent == "TellItemIntent"


def test_free_text_needs_its_carrier_phrase_and_keeps_every_word() -> None:
    said = 'one, TWO "three"  four-five'
    assert values(hear(f"My order number is {said}.")) == {"order_number": 'one, TWO "three" four-five'}
    assert values(hear("the number is five five thanks")) == {"order_number": "five five"}
    assert hear(said).intent == "AMAZON.FallbackIntent"


def test_free_text_has_at_least_one_word() -> None:
    assert hear("my order number is").intent == "AMAZON.FallbackIntent"


def test_free_text_may_be_as_long_as_it_is_said() -> None:
    said = " ".join(["five"] * 300)
    assert values(hear(said, "TellNumberIntent.order_number")) == {"order_number": said}


def test_german_values_are_found_whatever_the_spelling() -> None:
    assert values(hear("Mein KOPFHÖRER ist nie angekommen", locale="de-DE")) == {"item": "KOPFHÖRER"}
    resolution = hear("eine Strassenkarte", "TellItemIntent.item", locale="de-DE").slots["item"].resolution
    assert resolution
    assert resolution.status == "ER_SUCCESS_MATCH"
