"""Speaking and being spoken to, with fakes of the browser's recognition and voices."""

from playwright.sync_api import expect

from tests.browser import fakes
from tests.browser.conftest import Opener
from tests.browser.visit import Visit


def test_a_browser_without_recognition_says_why_it_cannot_listen(visits: Opener) -> None:
    visit = visits(fakes.DEAF)
    speak = visit.button("Speak")
    expect(speak).to_be_disabled()
    speak.click(force=True)
    expect(visit.page.get_by_role("alert").filter(has_text="cannot turn speech into text")).to_be_visible()


def test_what_is_spoken_is_said_after_the_person_has_allowed_the_browser_to_listen(visits: Opener) -> None:
    visit = _listening(visits, fakes.EARS, "open case compass")
    visit.button("Speak").click()
    visit.page.get_by_role("dialog", name="Let your browser listen?").get_by_role("button", name="Use it").click()
    expect(visit.said.last).to_contain_text("open case compass")
    expect(visit.alexa).to_contain_text("this is Case Compass")


def test_nothing_is_heard_when_the_person_would_rather_type(visits: Opener) -> None:
    visit = _listening(visits, fakes.EARS, "open case compass")
    visit.button("Speak").click()
    visit.page.get_by_role("dialog").get_by_role("button", name="Rather type").click()
    expect(visit.page.get_by_role("dialog")).to_be_hidden()
    assert visit.page.evaluate("listened") == []


def test_recognition_on_this_machine_needs_no_leave_and_listens_again_after_a_question(visits: Opener) -> None:
    visit = _listening(visits, fakes.EARS_OF_THIS_MACHINE, "open case compass", "my package never came")
    visit.button("Speak").click()
    expect(visit.said.filter(has_text="my package never came").last).to_be_visible()
    expect(visit.echo).to_have_text("Listening to your voice")
    assert visit.page.evaluate("listened") == [{"lang": "en-US", "here": True}] * 3


def test_silence_before_an_open_microphone_is_silence_for_the_skill(visits: Opener) -> None:
    visit = _listening(visits, fakes.EARS_OF_THIS_MACHINE, "open case compass", "")
    visit.button("Speak").click()
    expect(visit.said.filter(has_text=":silence").last).to_contain_text("What went wrong")


def test_a_forbidden_microphone_is_explained(visits: Opener) -> None:
    visit = visits(fakes.EARS_OF_THIS_MACHINE)
    visit.page.evaluate("hears.push({ error: 'not-allowed' })")
    visit.button("Speak").click()
    expect(visit.page.get_by_role("alert").filter(has_text="not allowed to use the microphone")).to_be_visible()


def test_alexa_speaks_with_a_voice_of_this_machine_and_her_words_follow_it(visits: Opener) -> None:
    visit = _speaking(visits)
    spoken = visit.page.evaluate("spoken[0]")
    assert spoken["text"].startswith("Hi, this is Case Compass.")
    assert (spoken["lang"], spoken["voice"], spoken["rate"]) == ("en-US", "At Home", 1)
    visit.page.evaluate("reach(4)")
    shown = visit.page.locator("#said > li.newest .words > :not(.unsaid)")
    # A voice that tells where it is is not overtaken by the clock, which would help out by now.
    visit.page.wait_for_timeout(1_000)
    assert [word.strip() for word in shown.all_inner_texts()] == ["Hi,", "this"]
    visit.page.evaluate("finish()")
    expect(visit.echo).to_have_text("Listening")
    expect(visit.page.locator(".unsaid")).to_have_count(0)


def test_muted_she_says_nothing_and_her_words_appear_all_the_same(visits: Opener) -> None:
    visit = _speaking(visits)
    visit.button("Mute Alexa").click()
    expect(visit.page.locator(".unsaid")).to_have_count(0)
    visit.say("my package never came")
    expect(visit.alexa).to_contain_text("?")
    assert visit.page.evaluate("spoken.length") == 1


def test_voice_and_speed_are_chosen_for_a_locale_and_remembered(visits: Opener) -> None:
    visit = visits(fakes.VOICES)
    visit.page.get_by_text("Language and voice").click()
    visit.page.get_by_label("Alexa's voice").select_option("Far Away (over the network)")
    visit.page.get_by_label("Speed of her voice").fill("1.4")
    visit.page.reload()
    visit.be_somebody_new()
    visit.say("open case compass")
    assert visit.page.evaluate("[spoken[0].voice, spoken[0].rate]") == ["Far Away", 1.4]


def _listening(visits: Opener, ears: str, *words: str) -> Visit:
    visit = visits(ears)
    visit.be_somebody_new()
    visit.page.evaluate("(words) => hears.push(...words)", list(words))
    return visit


def _speaking(visits: Opener) -> Visit:
    visit = visits(fakes.VOICES, reduced_motion="no-preference")
    visit.be_somebody_new()
    visit.say("open case compass")
    expect(visit.echo).to_have_text("Speaking")
    return visit
