"""Opening the skill by its name."""

import pytest

from simulator.ears.errors import CannotHear
from simulator.ears.invocation import Invocation, find_invocation

BARE = {
    "en-GB": [
        "open case compass",
        "Alexa, open Case Compass!",
        "alexa start the case compass",
        "hey alexa, launch case compass please",
        *(f"{word} case compass" for word in ("run", "begin", "load", "use", "resume", "ask", "tell")),
        "talk to case compass",
        "speak to case compass",
        "alexa, please open case compass",
        "alexa i want to talk to case compass",
        "case compass",
    ],
    "de-DE": [
        "öffne fall kompass",
        "Alexa, starte Fall Kompass",
        "rede mit fall kompass",
        "sprich bitte mit dem fall kompass",
        "frag fall kompass",
        "Fall-Kompass starten",
        "kannst du bitte den fall kompass öffnen",
    ],
}

ONE_SHOT = {
    "en-GB": {
        "ask case compass where is my parcel": "where is my parcel",
        "ask case compass about my kettle": "my kettle",
        "ask case compass for help": "help",
        "tell case compass that my Kettle never came!": "my Kettle never came",
        "tell case compass my kettle never came": "my kettle never came",
        "Alexa, open case compass and contact a seller": "contact a seller",
        "use case compass to contact a seller": "contact a seller",
        "talk to case compass about my echo": "my echo",
        "find my parcel with case compass": "find my parcel",
        "help me using the case compass": "help me",
    },
    "de-DE": {
        "frage fall kompass wo mein paket ist": "wo mein paket ist",
        "frag fall kompass nach meinem paket": "meinem paket",
        "sage fall kompass, dass mein Wasserkocher nie ankam": "mein Wasserkocher nie ankam",
        "öffne fall kompass und hilf mir": "hilf mir",
        "finde mein paket mit fall kompass": "finde mein paket",
    },
}

NAMES = {"en-GB": "case compass", "de-DE": "fall kompass"}


@pytest.mark.parametrize(("locale", "said"), [(locale, said) for locale, all_ in BARE.items() for said in all_])
def test_a_bare_launch_has_no_request(locale: str, said: str) -> None:
    assert find_invocation(said, NAMES[locale], locale) == Invocation(None)


@pytest.mark.parametrize(
    ("locale", "said", "rest"),
    [(locale, said, rest) for locale, all_ in ONE_SHOT.items() for said, rest in all_.items()],
)
def test_a_one_shot_hands_on_the_request_as_said(locale: str, said: str, rest: str) -> None:
    assert find_invocation(said, NAMES[locale], locale) == Invocation(rest)


@pytest.mark.parametrize(
    "said",
    [
        "ask the seller about the size",
        "open the box",
        "open case",
        "tell the seller that case compass",
        "start compass case",
        "my case compass is broken",
        "open case compass my kettle never came",
        "open the pod bay doors",
        "alexa",
        "",
        "🙂",
        "open and",
        "with case compasses",
    ],
)
def test_what_lacks_the_name_or_a_documented_phrase_opens_nothing(said: str) -> None:
    assert find_invocation(said, "case compass", "en-US") is None


def test_a_locale_that_alexa_does_not_have_is_refused() -> None:
    with pytest.raises(CannotHear, match="zh-CN"):
        find_invocation("open case compass", "case compass", "zh-CN")
