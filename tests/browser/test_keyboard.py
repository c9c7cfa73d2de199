"""By keyboard alone, and what a screen reader is told."""

from playwright.sync_api import expect

from tests.browser.visit import Visit


def test_the_first_tab_stop_leads_to_the_field(visit: Visit) -> None:
    visit.page.keyboard.press("Tab")
    expect(visit.page.get_by_role("link", name="Skip to what you say")).to_be_focused()
    visit.page.keyboard.press("Enter")
    visit.page.keyboard.press("Tab")
    expect(visit.button("Say it")).to_be_focused()


def test_a_whole_talk_a_card_and_a_permission_by_keyboard_alone(visit: Visit) -> None:
    keys = visit.page.keyboard
    keys.press("/")
    for line in ("ask case compass is there a phone number", "my package never came"):
        before = visit.said.count()
        keys.type(line)
        keys.press("Enter")
        expect(visit.said).to_have_count(before + 1)
    _tab_to(visit, "Show all: Reaching Amazon by phone")
    keys.press("Enter")
    expect(visit.page.get_by_role("dialog")).to_be_visible()
    keys.press("Escape")
    expect(visit.page.get_by_role("dialog")).to_be_hidden()
    _tab_to(visit, "Activity")
    keys.press("ArrowLeft")
    expect(visit.page.get_by_role("tab", name="Permissions")).to_be_focused()
    keys.press("Shift+Tab")
    _tab_back_to(visit, "Reminders")
    keys.press("Space")
    expect(visit.page.get_by_role("switch", name="Reminders")).to_be_checked()


def test_everything_on_the_page_is_reached_with_tab_and_shows_that_it_is(visit: Visit) -> None:
    visit.say("ask case compass is there a phone number")
    visit.develop("World")
    visit.page.get_by_role("heading", name="Local Alexa").click()
    wanted = visit.page.locator(
        ":is(button, input, select, summary, a):not(:disabled, [tabindex='-1'])"
    ).evaluate_all("(all) => all.filter((one) => one.checkVisibility()).length")
    reached = set()
    for _ in range(wanted + 20):
        visit.page.keyboard.press("Tab")
        reached.add(visit.page.evaluate(_FOCUSED))
    assert "no outline" not in reached
    assert len(reached) >= wanted


def test_single_keys_do_what_the_list_of_shortcuts_says(visit: Visit) -> None:
    keys = visit.page.keyboard
    keys.press("d")
    expect(visit.page.get_by_role("tab", name="Understood")).to_be_visible()
    keys.press("v")
    expect(visit.button("Mute Alexa")).to_have_attribute("aria-pressed", "true")
    keys.press("t")
    expect(visit.page.get_by_label("Look")).to_have_value("light")
    keys.press("?")
    expect(visit.page.get_by_role("dialog", name="Shortcuts")).to_contain_text("Copy the newest card")


def test_single_keys_can_be_turned_off_and_are_letters_in_a_field(visit: Visit) -> None:
    visit.field.focus()
    visit.page.keyboard.type("d?")
    expect(visit.field).to_have_value("d?")
    visit.button("Shortcuts").click()
    visit.page.get_by_label("Single keys work outside of fields").uncheck()
    visit.page.get_by_role("dialog").get_by_role("button", name="Close").click()
    visit.page.keyboard.press("d")
    expect(visit.page.get_by_role("tab", name="Understood")).to_be_hidden()


def test_a_screen_reader_finds_landmarks_and_headings(visit: Visit) -> None:
    page = visit.page
    for landmark in ("banner", "main"):
        expect(page.get_by_role(landmark)).to_have_count(1)
    for region in ("The Echo", "The talk so far", "The phone with the Alexa app", "For developers"):
        expect(page.get_by_role("region", name=region, exact=True)).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


def test_what_alexa_says_is_announced_once_and_in_full(visit: Visit) -> None:
    visit.say("open case compass")
    live = visit.page.locator("#alexa-says")
    expect(live).to_have_attribute("role", "status")
    expect(live).to_have_attribute("aria-atomic", "false")
    expect(live.locator("p")).to_have_count(1)
    expect(live).to_contain_text("what's the trouble?")
    expect(live.locator("p")).to_have_attribute("lang", "en-US")
    assert visit.page.locator("#conversation").get_attribute("aria-live") is None


def test_a_new_card_is_announced(visit: Visit) -> None:
    visit.say("ask case compass is there a phone number")
    expect(visit.page.locator("#app-says")).to_have_text("A new card in the Alexa app: Reaching Amazon by phone")


_FOCUSED = """() => {
  const here = document.activeElement;
  if (here === document.body) return "body";
  if (getComputedStyle(here).outlineStyle === "none") return "no outline";
  const alike = [...document.querySelectorAll("*")];
  return `${here.tagName} ${alike.indexOf(here)}`;
}"""
"""Names what has the focus, by its place on the page."""


def _tab_to(visit: Visit, name: str, key: str = "Tab") -> None:
    """Press the key until what has the focus has this name."""
    for _ in range(60):
        visit.page.keyboard.press(key)
        focused = visit.page.locator(":focus")
        if focused.count() and (_name(visit) or "").startswith(name):
            return
    raise AssertionError(f"{name} is not reached")


def _tab_back_to(visit: Visit, name: str) -> None:
    _tab_to(visit, name, "Shift+Tab")


def _name(visit: Visit) -> str | None:
    name: str | None = visit.page.evaluate(
        """() => {
          const here = document.activeElement;
          const label = document.getElementById(here.getAttribute("aria-labelledby"));
          return here.getAttribute("aria-label") ?? (label ?? here).textContent;
        }"""
    )
    return name
