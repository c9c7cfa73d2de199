"""Making ears: what they refuse, and that they take part of a model for what it is."""

import pytest

from simulator.ears.ears import Ears
from simulator.ears.errors import CannotHear
from tests.simulator.ears.toy import TODAY, ears, made_of, model


@pytest.mark.parametrize("locale", ["zh-CN", "en-ZA", "de-AT", "EN-us", ""])
def test_a_locale_that_alexa_does_not_have_is_refused_with_those_that_it_has(locale: str) -> None:
    with pytest.raises(CannotHear, match=rf"{locale}: Alexa has no skills .* en-US, .* pt-BR"):
        Ears(model(), locale)


def test_a_built_in_slot_type_that_is_misspelt_is_refused_with_its_place_and_the_right_name() -> None:
    count = {"name": "count", "type": "AMAZON.Number"}
    with pytest.raises(CannotHear, match=r"CountIntent: .*slot count .*AMAZON\.Number.*: write AMAZON\.NUMBER"):
        Ears(made_of({"name": "CountIntent", "slots": [count], "samples": ["{count} please"]}), "en-US")


@pytest.mark.parametrize("sample", ["my {item}'s box", "my{item}", "l'{item}", "my {item}-box"])
def test_a_slot_that_touches_a_word_is_refused(sample: str) -> None:
    number = {"name": "item", "type": "AMAZON.NUMBER"}
    with pytest.raises(CannotHear, match="put a space between"):
        Ears(made_of({"name": "BoxIntent", "slots": [number], "samples": [sample]}), "en-US")


def test_punctuation_may_touch_a_slot() -> None:
    number = {"name": "item", "type": "AMAZON.NUMBER"}
    heard = Ears(made_of({"name": "BoxIntent", "slots": [number], "samples": ["box ({item})."]}), "en-US")
    assert heard.hear("box five", today=TODAY).slots["item"].value == "5"


def test_built_in_phrases_are_only_those_of_declared_intents() -> None:
    heard = Ears(made_of({"name": "AMAZON.HelpIntent"}), "en-GB")
    assert heard.hear("help", today=TODAY).intent == "AMAZON.HelpIntent"
    assert heard.hear("yes", today=TODAY).intent == "AMAZON.FallbackIntent"


def test_the_skill_id_is_part_of_the_authority() -> None:
    slot = (
        Ears(model(), "en-US", skill_id="amzn1.ask.skill.own").hear("my kettle never came", today=TODAY).slots["item"]
    )
    assert slot.resolution
    assert slot.resolution.authority == "amzn1.er-authority.echo-sdk.amzn1.ask.skill.own.Item"


def test_hearing_twice_is_hearing_the_same() -> None:
    said = "my gnome from last tuesday never arrived"
    assert ears().hear(said, today=TODAY) == Ears(model(), "en-US").hear(said, today=TODAY)
