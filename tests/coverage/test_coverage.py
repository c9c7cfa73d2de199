"""Every fact of the domain can be reached by voice, in both languages."""

import pytest

from simulator.device.device import Device
from tests.scripts.doors import device, in_process
from tests.scripts.test_scripts import MONDAY, TIME
from tests.standing_rules import check_response
from tools.coverage import Reached, main, placed, read
from tools.hearing.utterances import LANGUAGES

KINDS = "LOST ORDER CHANGE DAMAGED RETURN ACCOUNT GIFTCARD PAYMENT DEVICE SELLER-PRE SELLER-POST PHISHING"
IDS = tuple(
    f"{group}-{name}"
    for group, names in {
        "C": "CHAT EMAIL PHONE CALLBACK SOCIAL ALEXA DEVICE SELLER HELP FORUM ORDERS-FORM",
        "D": "1 2 3 4 5 6",
        "P": KINDS,
        "S": "1 2 3 4 5 6 SELLER",
        "T": "CHAT EMAIL SELLER-PRE",
        "K": "BUYER SELLER AGENT",
        "Y": "RISK-1 RISK-2 RISK-3 1 2 3 4 5",
        "E": "WHY 1 2 3 4",
        "R": "1 2 3 4",
        "H": "1 2 3 4 5 6 7 8 9 10",
    }.items()
    for name in names.split()
)
"""Every id of the domain."""
FACTS = [(language, fact) for language in LANGUAGES for fact in read(language)]
ENDPOINT = in_process()


@pytest.mark.parametrize(("language", "fact"), FACTS, ids=[f"{language}: {fact.id}" for language, fact in FACTS])
def test_these_words_reach_the_fact(language: str, fact: Reached) -> None:
    TIME.now = MONDAY
    echo = device(ENDPOINT, LANGUAGES[language], f"amzn1.ask.account.{language}.{fact.id}", TIME)
    heard = " ".join(say(echo, utterance) for utterance in fact.say).lower()
    for text in fact.there:
        assert text.lower() in heard, heard


def say(echo: Device, utterance: str) -> str:
    """What is spoken and what is on the card after an utterance."""
    result = echo.say(utterance)
    if result.response and result.response["response"].get("outputSpeech"):
        check_response(result.response)
    card = f"{result.card.title} {result.card.text}" if result.card else ""
    return f"{result.speech} {card}".replace("\n", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_has_its_utterance(language: str) -> None:
    assert [fact.id for fact in read(language)] == list(IDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_is_placed_where_it_is_worded_and_no_other_id_is(language: str) -> None:
    assert set(placed(language)) == set(IDS)


def test_the_committed_page_is_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0
    assert capsys.readouterr().out == ""
