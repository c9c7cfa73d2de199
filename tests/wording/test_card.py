"""What stands on a card, in which order; and that every card has words in every language."""

import pytest

from skill.conversation.acts import Card
from skill.conversation.cards import card_for
from skill.conversation.reply import Reply
from skill.decision.models import MODELS
from skill.decision.models.channels import CHANNELS
from skill.wording.card import CardText, card_text
from skill.wording.catalog import catalog
from skill.wording.voice import word
from tests.decision.paths import every_stop
from tests.wording.catalogues import LOCALES

FACTS: dict[str, str | None] = {"item": "kettle", "order_number": "11255501234567890", "status": "stuck"}
EMAIL = Card(
    outcome="email",
    channel="C-EMAIL",
    subject="lost.subject",
    paragraphs=(("greeting",), ("lost.not_arrived", "lost.last_status"), ("regards",)),
    steps=("step.own_address", "step.spam_folder"),
    facts=FACTS,
    channel_facts=CHANNELS["C-EMAIL"].facts,
)
EXPECTED = """\
Subject: Problem with order no. 112-5550123-4567890, delivery not completed

Hello,

The item (kettle) has not arrived. Last status, [date of the last status]: no movement.

Kind regards,
[name]

Where to send it:
cs-reply@amazon.com, from the email address of your Amazon account. The contact page also has an email form.

Next steps:
1. Write from the email address of your Amazon account.
2. Look in the spam folder too. Real answers come from amazon.com and never ask for a password.

What to expect:
An answer usually takes 24 to 48 business hours. That is not guaranteed.

"""


def on_card(card: Card, locale: str = "en-US") -> CardText:
    """The card's words."""
    return card_text(catalog("said", locale), catalog("messages", locale), card)


def test_a_card_is_the_message_then_where_it_goes_what_to_do_and_what_to_expect() -> None:
    card = on_card(EMAIL)
    assert card.title == "Your email to Amazon"
    assert card.text.startswith(EXPECTED)
    assert card.text.count("\n\n") == EXPECTED.count("\n\n"), "the footer is the last block"


def test_a_message_that_is_no_letter_has_no_subject() -> None:
    chat = Card("call_or_chat", "C-CHAT", None, (("greeting",),), ("step.keep_ticket",), FACTS, {})
    assert on_card(chat).text.startswith("Hello,\n\n")


@pytest.mark.parametrize(
    ("outcome", "place"), [("ask_seller", '"Ask a question"'), ("chat_or_seller", '"Contact seller"')]
)
def test_where_a_message_to_the_seller_goes_depends_on_the_outcome(outcome: str, place: str) -> None:
    card = Card(outcome, "C-SELLER", None, (("greeting",),), ("step.keep_ticket",), FACTS, {})
    assert place in on_card(card).text


def test_a_reply_carries_its_card() -> None:
    assert word(Reply((), card=EMAIL), "en-US").card == on_card(EMAIL)
    assert word(Reply(()), "en-US").card is None


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("model_id", MODELS)
def test_the_card_of_every_path_has_all_its_words(
    model_id: str, locale: str, caplog: pytest.LogCaptureFixture
) -> None:
    seen = set()
    for stop in every_stop(model_id):
        if stop.place.channel:
            card = card_for(MODELS[model_id], stop.place, stop.outcome, stop.place.channel, {})
            kind = (card.outcome, card.channel, card.paragraphs, card.steps)
            if kind not in seen:
                seen.add(kind)
                text = on_card(card, locale).text
                assert "{" not in text
                assert "  " not in text
    assert seen
    assert caplog.messages == []
