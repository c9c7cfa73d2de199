"""The ladder, rung by rung; each test sets one rung against the next."""

from typing import Any

import pytest

from simulator.ears.ears import Ears, Elicitation
from simulator.ears.heard import Heard
from simulator.models.interaction_model import slots_in
from tests.simulator.ears.toy import TODAY, hear, made_of, values

ITEM = "TellItemIntent.item"
ORDERED = "TellOrderedIntent.ordered"
NUMBER = "TellNumberIntent.order_number"


def _heard_of(said: str, *samples: tuple[str, str], eliciting: str | None = None) -> Heard:
    """Hear with intents of one sample each, in which {x} is a kind of item, {day} a date and {text} free text."""
    types = {"x": "Item", "day": "AMAZON.DATE", "text": "AMAZON.SearchQuery"}
    intents: list[dict[str, Any]] = [{"name": "AMAZON.HelpIntent"}]
    for name, sample in samples:
        slots = [{"name": slot, "type": types[slot]} for slot in slots_in(sample) or ("x",)]
        intents.append({"name": name, "slots": slots, "samples": [sample]})
    ears = Ears(made_of(*intents, Item=["kettle", "it was my gnome on friday"]), "en-US", strict=True)
    return ears.hear(said, today=TODAY, eliciting=Elicitation(*eliciting.split(".")) if eliciting else None)


def test_rung_1_a_built_in_phrase_goes_before_a_sample_with_the_same_words() -> None:
    heard = hear("skip")
    assert (heard.intent, heard.how, heard.runner_up) == ("AMAZON.NextIntent", "built-in phrase", "SkipIntent")


def test_rung_1_a_built_in_phrase_goes_even_before_the_eliciting_intents_own_words() -> None:
    assert _heard_of("help", ("OwnIntent", "help"), eliciting="OwnIntent.x").intent == "AMAZON.HelpIntent"


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("help", "AMAZON.HelpIntent"),
        ("Stop!", "AMAZON.StopIntent"),
        ("yes please", "AMAZON.YesIntent"),
        ("skip it", "SkipIntent"),
        ("i don’t know", "SkipIntent"),  # noqa: RUF001 - a typographic apostrophe is the point
        ("my parcel never came", "LostIntent"),
    ],
)
@pytest.mark.parametrize("eliciting", [NUMBER, ITEM, ORDERED, None])
def test_rungs_1_to_3_commands_stay_commands_whatever_is_elicited(
    said: str, intent: str, eliciting: str | None
) -> None:
    assert hear(said, eliciting).intent == intent


def test_rung_2_the_eliciting_intents_own_words_are_kept() -> None:
    heard = hear("never mind the day", ORDERED)
    assert (heard.intent, heard.how) == ("TellOrderedIntent", "sample")


def test_rung_2_own_words_go_before_the_same_words_of_another() -> None:
    samples = (("OtherIntent", "that one"), ("OwnIntent", "that one"))
    assert _heard_of("that one", *samples, eliciting="OwnIntent.x").intent == "OwnIntent"
    assert _heard_of("that one", *samples).intent == "OtherIntent"


def test_rung_4_what_was_asked_for_goes_before_another_intent_with_more_words() -> None:
    heard = hear("it can wait", "TellUrgentIntent.urgent")
    assert (heard.intent, heard.how) == ("TellUrgentIntent", "elicited slot")
    assert hear("in ten days", "TellDaysIntent.days").slots["days"].value == "10"


def test_rung_4_own_known_words_go_before_anothers_with_more_literal_words() -> None:
    samples = (("OtherIntent", "it was on {day}"), ("OwnIntent", "it was {day}"))
    assert _heard_of("it was on friday", *samples, eliciting="OwnIntent.day").intent == "OwnIntent"
    assert _heard_of("it was on friday", *samples).intent == "OtherIntent"


def test_rung_4_a_bare_date_goes_to_the_elicited_slot() -> None:
    assert values(hear("last tuesday", ORDERED)) == {"ordered": "2026-11-10"}
    assert hear("last tuesday").intent == "AMAZON.FallbackIntent"


@pytest.mark.parametrize("eliciting", [NUMBER, ITEM])
@pytest.mark.parametrize(
    ("said", "intent"), [("change the date", "ChangeIntent"), ("i need it in three days", "TellDaysIntent")]
)
def test_rung_5_another_intents_known_sample_goes_before_open_words(eliciting: str, said: str, intent: str) -> None:
    heard = hear(said, eliciting)
    assert (heard.intent, heard.runner_up) == (intent, eliciting.split(".")[0])


def test_rung_5_takes_every_known_sample_while_nothing_is_elicited() -> None:
    samples = (("PartlyIntent", "no it was my {x} {day}"), ("KnownIntent", "no {x}"))
    assert _heard_of("no it was my gnome on friday", *samples).intent == "KnownIntent"


def test_rung_6_an_own_carrier_goes_before_anothers() -> None:
    assert hear("it was a gnome from last tuesday", ITEM).intent == "TellItemIntent"


def test_rung_6_goes_before_rung_7() -> None:
    samples = (("OtherIntent", "it was a {x} from {day}"), ("OwnIntent", "it was a {x}"))
    heard = _heard_of("it was a gnome from friday", *samples, eliciting="OwnIntent.x")
    assert (heard.intent, heard.runner_up) == ("OwnIntent", "OtherIntent")


@pytest.mark.parametrize(
    ("sample", "said", "intent"),
    [
        ("my {x} from {day} came", "my gnome from friday came", "OtherIntent"),
        ("my {x} from {day}", "my gnome from friday", "OwnIntent"),
    ],
)
def test_rung_7_needs_three_literal_words(sample: str, said: str, intent: str) -> None:
    heard = _heard_of(said, ("OtherIntent", sample), ("OwnIntent", "{x}"), eliciting="OwnIntent.x")
    assert heard.intent == intent


def test_rung_7_a_whole_story_with_a_date_goes_before_an_open_answer() -> None:
    said = "my gnome from last tuesday never arrived"
    assert hear(said, ITEM).intent == "LostIntent"
    assert values(hear(said, NUMBER)) == {"order_number": said}


def test_rung_8_the_elicited_slot_takes_what_was_said_before_anothers_open_sample() -> None:
    assert values(hear("my gnome never came", ITEM)) == {"item": "my gnome never came"}
    assert hear("my gnome never came").intent == "LostIntent"


def test_rung_8_with_more_literal_words_comes_first() -> None:
    assert values(hear("it's a gnome", ITEM)) == {"item": "gnome"}
    assert values(hear("my order number is five", NUMBER)) == {"order_number": "five"}


def test_rung_9_a_bare_known_sample_does_not_break_into_free_text() -> None:
    heard = hear("it's urgent", NUMBER)
    assert (values(heard), heard.runner_up) == ({"order_number": "urgent"}, "TellUrgentIntent")
    assert hear("it's urgent", ORDERED).intent == "TellUrgentIntent"
    assert hear("it's urgent").intent == "TellUrgentIntent"


def test_rung_10_anothers_open_sample_is_heard_while_a_date_is_elicited() -> None:
    assert hear("my order number is five", ORDERED).intent == "TellNumberIntent"


def test_a_known_value_goes_before_an_unknown_one_with_more_literal_words() -> None:
    assert values(hear("my kettle from last tuesday never arrived")) == {"item": "kettle", "ordered": "2026-11-10"}
    assert hear("no it was a kettle").runner_up is None


def test_more_literal_words_go_before_fewer_unknown_words() -> None:
    heard = hear("my gnome from last tuesday never arrived and it's urgent")
    assert set(values(heard)) == {"item", "ordered", "urgent"}


def test_fewer_unknown_words_go_before_more() -> None:
    heard = _heard_of("so my gnome last tuesday", ("ManyIntent", "so my {x}"), ("FewIntent", "so my {x} {day}"))
    assert (heard.intent, heard.runner_up) == ("FewIntent", "ManyIntent")


def test_fewer_unknown_words_count_more_than_that_they_are_free_text() -> None:
    heard = _heard_of("so my gnome last tuesday", ("FreeIntent", "so my {text}"), ("DayIntent", "so my {x} {day}"))
    assert heard.intent == "DayIntent"


def test_free_text_goes_before_as_many_words_that_a_list_lacks() -> None:
    heard = _heard_of("i ask what", ("ListIntent", "i ask {x}"), ("FreeIntent", "i ask {text}"))
    assert (heard.intent, heard.runner_up) == ("FreeIntent", "ListIntent")


def test_of_equals_the_first_in_the_model_wins() -> None:
    heard = _heard_of("so my kettle", ("SecondIntent", "so my {x}"), ("FirstIntent", "so my {x}"))
    assert (heard.intent, heard.runner_up) == ("SecondIntent", "FirstIntent")


def test_an_open_match_of_another_slot_of_the_eliciting_intent_needs_its_own_pin() -> None:
    assert hear("the gnome", "TellItemIntent.ordered").intent == "AMAZON.FallbackIntent"
    assert hear("the gnome", ITEM).intent == "TellItemIntent"


def test_every_slot_of_the_intent_is_there_filled_or_not() -> None:
    slots = hear("my kettle never came").slots
    assert list(slots) == ["item", "ordered", "urgent"]
    assert (slots["ordered"].value, slots["ordered"].said, slots["ordered"].resolution) == (None, None, None)


@pytest.mark.parametrize("eliciting", ["NoIntent.item", "TellItemIntent.nothing", "SkipIntent.item"])
def test_an_elicitation_that_the_model_lacks_is_not_heeded(eliciting: str) -> None:
    assert hear("kettle", eliciting).intent == "AMAZON.FallbackIntent"


def test_a_listed_value_beside_it_pins_an_unknown_one() -> None:
    parts = [
        {"name": "device", "type": "Device"},
        {"name": "trouble", "type": "Trouble"},
    ]
    model = made_of(
        {"name": "DeviceIntent", "slots": parts, "samples": ["my {device} {trouble}"]},
        Device=["echo dot"],
        Trouble=["won't turn on"],
    )
    heard = Ears(model, "en-US").hear("my echo dot keeps losing the wifi", today=TODAY)
    assert values(heard) == {"device": "echo dot", "trouble": "keeps losing the wifi"}


def test_two_values_that_nobody_knows_are_one_too_many() -> None:
    parts = [{"name": "item", "type": "Item"}, {"name": "status", "type": "Status"}]
    model = made_of(
        {"name": "LostIntent", "slots": parts, "samples": ["my lost {item} is {status}"]},
        Item=["kettle"],
        Status=["stuck"],
    )
    ears = Ears(model, "en-US")
    assert ears.hear("my lost gnome is stuck", today=TODAY).intent == "LostIntent"
    assert ears.hear("my lost gnome is green", today=TODAY).intent == "AMAZON.FallbackIntent"
