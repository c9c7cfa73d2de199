"""Another locale: German is heard and spoken, and marked as German."""

from playwright.sync_api import expect

from tests.browser.visit import Visit


def test_after_a_change_of_locale_the_talk_is_german(visit: Visit) -> None:
    visit.page.get_by_text("Language and voice").click()
    visit.page.get_by_label("Locale of this device").select_option("German (Germany)")
    visit.button("Change").click()
    expect(visit.button("Say “öffne fall kompass”")).to_be_visible()
    visit.say("öffne fall kompass", "was ist die telefonnummer")
    expect(visit.alexa).to_have_attribute("lang", "de-DE")
    expect(visit.field).to_have_attribute("lang", "de-DE")
    expect(visit.page.locator("html")).to_have_attribute("lang", "en")
    expect(visit.cards.first.get_by_role("heading")).to_have_attribute("lang", "de-DE")
    assert visit.violations() == []
