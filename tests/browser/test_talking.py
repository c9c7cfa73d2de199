"""Talking to the Echo by typing, and the card on the phone."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.visit import Visit


def test_a_talk_by_typing_leads_to_the_card(visit: Visit) -> None:
    visit.talk_to_the_card()
    card = visit.cards.first
    expect(card.get_by_role("heading", name="Your message for Amazon's chat")).to_be_visible()
    expect(card).to_contain_text("The item (kettle) has not arrived. I ordered it on Tuesday, November 17.")
    expect(visit.alexa).to_contain_text("Your message is in the Alexa app")
    expect(visit.echo).to_have_text("Listening")


def test_the_opening_phrase_is_offered_while_nothing_is_open(visit: Visit) -> None:
    offer = visit.button("Say “open case compass”")
    offer.click()
    expect(visit.alexa).to_contain_text("this is Case Compass")
    expect(offer).to_be_hidden()


def test_a_card_is_copied_with_its_line_breaks(visits: Opener) -> None:
    visit = visits(permissions=["clipboard-read", "clipboard-write"])
    visit.be_somebody_new()
    visit.talk_to_the_card()
    visit.button("Copy: Your message for Amazon's chat").click()
    expect(visit.page.locator("#app-says")).to_contain_text("Copied")
    copied = visit.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Hello,\n\nI have a problem with order no. [order number].")


def test_a_card_is_shown_in_full_and_closing_it_leads_back(visit: Visit) -> None:
    visit.talk_to_the_card()
    show = visit.button("Show all: Your message for Amazon's chat")
    show.click()
    dialog = visit.page.get_by_role("dialog", name="Your message for Amazon's chat")
    expect(dialog).to_contain_text("Case Compass is not made by Amazon")
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()
    expect(show).to_be_focused()


def test_what_is_said_is_text_and_never_markup(visit: Visit) -> None:
    visit.say("open case compass", "<img src=x onerror=alert(1)> & <b>bold</b>")
    expect(visit.said.last.locator(".you .words")).to_have_text("<img src=x onerror=alert(1)> & <b>bold</b>")
    assert visit.page.locator("#said img, #said b").count() == 0


def test_silence_is_answered_with_the_reprompt_and_then_with_the_end(visit: Visit) -> None:
    visit.say("open case compass")
    silent = visit.button("Say nothing")
    silent.click()
    expect(visit.alexa).to_contain_text("What went wrong")
    silent.click()
    expect(visit.echo).to_have_text("Nothing is open")
    expect(silent).to_be_disabled()


def test_leaving_ends_the_session(visit: Visit) -> None:
    visit.say("open case compass")
    visit.button("Leave").click()
    expect(visit.echo).to_have_text("Nothing is open")


def test_a_command_that_does_not_exist_is_answered_with_what_to_do(visit: Visit) -> None:
    visit.field.fill(":dance")
    visit.field.press("Enter")
    expect(visit.page.get_by_role("alert").filter(has_text=":dance")).to_contain_text("is not a command")


def test_earlier_lines_come_back_with_the_arrow_keys(visit: Visit) -> None:
    visit.say("open case compass", "my package never came")
    visit.field.press("ArrowUp")
    visit.field.press("ArrowUp")
    expect(visit.field).to_have_value("open case compass")
    visit.field.press("ArrowDown")
    expect(visit.field).to_have_value("my package never came")


def test_words_appear_as_they_are_spoken_and_escape_shows_them_all(visits: Opener) -> None:
    visit = visits(reduced_motion="no-preference")
    visit.say("open case compass")
    unsaid = visit.page.locator("#said .unsaid")
    expect(visit.echo).to_have_text("Speaking")
    assert unsaid.count() > 0
    visit.field.press("Escape")
    expect(unsaid).to_have_count(0)
    expect(visit.echo).to_have_text("Listening")


def test_the_ring_shows_that_alexa_listens(visit: Visit) -> None:
    ring = visit.page.locator("#speaker")
    expect(ring).to_have_attribute("data-state", "idle")
    visit.say("open case compass")
    expect(ring).to_have_attribute("data-state", "listening")


def test_the_newest_card_is_on_top(visit: Visit) -> None:
    visit.say("ask case compass is there a phone number", "how do I reach them by email")
    expect(visit.cards).to_have_count(2)
    expect(visit.cards.first).to_contain_text("email")
    expect(visit.cards.last).to_contain_text("Reaching Amazon by phone")


def test_a_card_of_somebody_else_is_not_on_this_phone(visit: Visit) -> None:
    visit.say("ask case compass is there a phone number")
    expect(visit.cards).to_have_count(1)
    visit.be_somebody_new()
    expect(visit.cards).to_have_count(0)
    expect(visit.page.get_by_text(re.compile("No card was sent yet"))).to_be_visible()
