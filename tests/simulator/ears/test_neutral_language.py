"""Locales without a table of words: samples, values and figures are heard, and nothing else is."""

from datetime import date

import pytest

from simulator.ears.ears import Ears, Elicitation
from simulator.ears.invocation import Invocation, find_invocation
from simulator.ears.languages import LANGUAGES, LOCALES, language_for
from simulator.ears.platform_exit import is_platform_exit
from tests.simulator.ears.toy import TODAY, made_of, values
from tests.simulator.slot_types.reading import read

NEUTRAL = [locale for locale in LOCALES if locale[:2] not in {language.code for language in LANGUAGES}]


@pytest.mark.parametrize("locale", LOCALES)
def test_there_are_ears_for_each_locale_of_alexa(locale: str) -> None:
    slot = {"name": "count", "type": "AMAZON.NUMBER"}
    ears = Ears(
        made_of({"name": "CountIntent", "slots": [slot], "samples": ["abc {count} xyz"]}), locale, strict=True
    )
    assert values(ears.hear("abc 12 xyz", today=TODAY)) == {"count": "12"}
    assert language_for(locale).locale == locale


def test_alexa_has_seventeen_locales_and_eleven_of_them_are_neutral_here() -> None:
    assert (len(LOCALES), len(NEUTRAL)) == (17, 11)


@pytest.mark.parametrize("locale", NEUTRAL)
@pytest.mark.parametrize(
    ("type_name", "said", "value"),
    [
        ("AMAZON.NUMBER", "1.000", "1000"),
        ("AMAZON.NUMBER", "१२", "12"),
        ("AMAZON.NUMBER", "٣", "3"),
        ("AMAZON.NUMBER", "twelve", None),
        ("AMAZON.FOUR_DIGIT_NUMBER", "0412", "0412"),
        ("AMAZON.FOUR_DIGIT_NUMBER", "٠٤١٢", "0412"),
        ("AMAZON.Ordinal", "3.", "3"),
        ("AMAZON.PhoneNumber", "+39 06 1234567", "+39061234567"),
        ("AMAZON.PhoneNumber", "०१२ ३४५", "012345"),
        ("AMAZON.AlphaNumeric", "a 12 b", "a12b"),
        ("AMAZON.AlphaNumeric", "電", None),
        ("AMAZON.DATE", "2026-11-22", "2026-11-22"),
        ("AMAZON.DATE", "2026-11", "2026-11"),
        ("AMAZON.DATE", "2026", "2026"),
        ("AMAZON.DATE", "2026-W47", "2026-W47"),
        ("AMAZON.DATE", "2026-W47-WE", "2026-W47-WE"),
        ("AMAZON.DATE", "2026-FA", "2026-FA"),
        ("AMAZON.DATE", "202X", "202X"),
        ("AMAZON.DATE", "2026-02-30", None),
        ("AMAZON.DATE", "22/11", None),
        ("AMAZON.DATE", "today", None),
        ("AMAZON.TIME", "14:30", "14:30"),
        ("AMAZON.TIME", "1430", "14:30"),
        ("AMAZON.TIME", "24:30", "00:30"),
        ("AMAZON.TIME", "14:60", None),
        ("AMAZON.DURATION", "PT1H30M", "PT1H30M"),
        ("AMAZON.DURATION", "90", None),
    ],
)
def test_figures_and_the_forms_of_iso_8601_are_read(
    locale: str, type_name: str, said: str, value: str | None
) -> None:
    assert read(type_name, said, locale) == value


def test_a_built_in_intent_is_heard_by_the_models_samples_only() -> None:
    ears = Ears(made_of({"name": "AMAZON.YesIntent", "samples": ["sì"]}), "it-IT", strict=True)
    assert ears.hear("Sì!", today=TODAY).intent == "AMAZON.YesIntent"
    assert ears.hear("yes", today=TODAY).intent == "AMAZON.FallbackIntent"
    assert not is_platform_exit("exit", "it-IT")


def test_a_skill_is_opened_by_its_bare_name() -> None:
    assert find_invocation("Alexa, Guida Pacchi", "guida pacchi", "it-IT") == Invocation(None)
    assert find_invocation("apri guida pacchi", "guida pacchi", "it-IT") is None


def test_unknown_words_are_a_value_when_a_sample_pins_them() -> None:
    slot = {"name": "oggetto", "type": "Oggetto"}
    ears = Ears(
        made_of({"name": "A", "slots": [slot], "samples": ["dov'è il mio {oggetto}"]}, Oggetto=["pacco"]),
        "it-IT",
        strict=True,
    )
    assert values(ears.hear("Dov’è il mio bollitore rosso?", today=TODAY)) == {"oggetto": "bollitore rosso"}  # noqa: RUF001


def _japanese() -> Ears:
    slots = [
        {"name": "item", "type": "Item", "samples": ["{item}", "{item} です"]},
        {"name": "day", "type": "AMAZON.DATE"},
    ]
    samples = ["{item} が届きません", "{day} に {item} を買いました"]
    intent = {"name": "LostIntent", "slots": slots, "samples": samples}
    return Ears(
        made_of(intent, {"name": "AMAZON.HelpIntent", "samples": ["助けて"]}, Item=["ケトル", "電気ケトル"]),
        "ja-JP",
        strict=True,
    )


@pytest.mark.parametrize("said", ["ケトルが届きません", "ケトル が 届きません。", "ｹﾄﾙが届きません"])
def test_words_without_spaces_are_found_wherever_the_sample_has_its_spaces(said: str) -> None:
    heard = _japanese().hear(said, today=TODAY)
    slot = heard.slots["item"]
    assert slot.resolution
    assert (heard.intent, slot.resolution.status) == ("LostIntent", "ER_SUCCESS_MATCH")
    assert slot.value == said[:3]


def test_the_longest_value_is_found_without_spaces() -> None:
    assert values(_japanese().hear("電気ケトルが届きません", today=TODAY)) == {"item": "電気ケトル"}


def test_an_unknown_value_may_be_as_long_as_japanese_words_are() -> None:
    unknown = "ワイヤレスイヤホンの充電ケース"
    assert values(_japanese().hear(f"{unknown}が届きません", today=TODAY)) == {"item": unknown}
    elicited = _japanese().hear(f"{unknown}です", today=TODAY, eliciting=Elicitation("LostIntent", "item"))
    assert values(elicited) == {"item": unknown}


def test_figures_stand_apart_from_the_letters_beside_them() -> None:
    heard = _japanese().hear("2026-11-05に電気ケトルを買いました", today=date(2026, 11, 22))
    assert values(heard) == {"day": "2026-11-05", "item": "電気ケトル"}


def test_an_intent_without_slots_is_heard_in_japanese() -> None:
    assert _japanese().hear("助けて", today=TODAY).intent == "AMAZON.HelpIntent"
    assert _japanese().hear("助け", today=TODAY).intent == "AMAZON.FallbackIntent"
