"""Two windows on one talk, and a server that goes away and comes back."""

from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.page_server import PageServer


def test_what_is_said_in_one_window_shows_in_the_other_once(visits: Opener) -> None:
    one, other = visits(), visits()
    one.be_somebody_new()
    one.say("ask case compass is there a phone number")
    expect(other.alexa).to_contain_text("call 1-888-280-4331")
    expect(other.cards).to_have_count(1)
    other.say("my package never came")
    expect(one.said.last).to_contain_text("my package never came")
    for window in (one, other):
        assert window.said.filter(has_text="my package never came").count() == 1


def test_a_window_that_is_opened_later_shows_the_talk_so_far(visits: Opener) -> None:
    one = visits()
    one.be_somebody_new()
    one.say("ask case compass is there a phone number")
    other = visits()
    expect(other.said.last).to_contain_text("is there a phone number")
    expect(other.cards).to_have_count(1)


def test_a_server_that_goes_away_is_told_and_taken_up_again(visits: Opener) -> None:
    with PageServer() as first:
        visit = visits(url=first.url)
        visit.say("open case compass")
        first.stop()
        gone = visit.page.get_by_role("alert").filter(has_text="This page tries again")
        expect(gone).to_be_visible()
        visit.field.fill("my package never came")
        visit.field.press("Enter")
        expect(visit.page.locator("#say-wrong")).to_contain_text("does not answer")
        expect(visit.button("Try now")).to_be_visible()
        with PageServer(port=first.port):
            expect(gone).to_be_hidden()
            expect(visit.said).to_have_count(0)
            visit.say("open case compass")
            expect(visit.alexa).to_contain_text("Case Compass")
