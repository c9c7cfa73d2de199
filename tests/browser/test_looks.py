"""How it looks: wide and narrow, light and dark, zoomed, in high contrast; what axe-core finds; pictures of it all.

The pictures are kept in `.work/screenshots`.
"""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.visit import Visit

PICTURES = Path(__file__).parents[2] / ".work" / "screenshots"
TABS = ("Understood", "The way", "Request and response", "Times", "Record", "World", "Save and replay")


def test_the_first_view(visits: Opener) -> None:
    visit = visits()
    picture(visit, "first-view")
    assert visit.violations() == []


def test_after_a_talk_to_the_card_and_the_card_in_full(visit: Visit) -> None:
    visit.talk_to_the_card()
    picture(visit, "desktop")
    assert visit.violations() == []
    visit.button("Show all: Your message for Amazon's chat").click()
    picture(visit, "card-in-full", whole=False)
    assert visit.violations() == []


def test_each_tab_for_developers(visit: Visit) -> None:
    visit.talk_to_the_card()
    found = []
    for tab in TABS:
        visit.develop(tab)
        picture(visit, f"developer-{tab.lower().replace(' ', '-')}", of=".developer")
        found += visit.violations(".developer")
    assert found == []


def test_a_replay(visit: Visit) -> None:
    visit.develop("Save and replay")
    expect(visit.page.get_by_label("Script of the project")).to_be_visible()
    visit.button("Replay").first.click()
    expect(visit.page.locator("#replay-steps > li").first).to_be_visible()
    picture(visit, "replay")
    assert visit.violations() == []


def test_a_reminder_that_rings_and_the_permissions(visit: Visit) -> None:
    visit.do(":grant reminders")
    visit.talk_to_the_card()
    visit.say("yes please", ":later 2 days")
    visit.app("Permissions")
    picture(visit, "reminder-rings")
    assert visit.violations() == []


def test_dark(visits: Opener) -> None:
    visit = visits(color_scheme="dark")
    visit.be_somebody_new()
    visit.talk_to_the_card()
    visit.develop("The way")
    picture(visit, "dark")
    assert visit.violations() == []


def test_a_chosen_look_is_remembered(visit: Visit) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    light = visit.page.evaluate(background)
    visit.page.get_by_label("Look").select_option("dark")
    dark = visit.page.evaluate(background)
    assert dark != light
    visit.page.reload()
    assert visit.page.evaluate(background) == dark


def test_on_a_phone(visits: Opener) -> None:
    visit = visits(viewport={"width": 390, "height": 844})
    visit.be_somebody_new()
    visit.talk_to_the_card()
    picture(visit, "phone")
    assert visit.violations() == []
    assert not visit.overflows()


@pytest.mark.parametrize(("name", "width"), [("narrow", 320), ("tablet", 820)])
def test_nothing_scrolls_sideways_in_a_smaller_window(visits: Opener, name: str, width: int) -> None:
    visit = visits(viewport={"width": width, "height": 900})
    visit.be_somebody_new()
    visit.talk_to_the_card()
    for tab in TABS:
        visit.develop(tab)
        assert not visit.overflows(), tab
    picture(visit, name)


def test_at_200_percent_nothing_scrolls_sideways(visits: Opener) -> None:
    # A browser's zoom of 200 % is a window of half the width with twice the pixels.
    visit = visits(viewport={"width": 640, "height": 480}, device_scale_factor=2)
    visit.be_somebody_new()
    visit.talk_to_the_card()
    assert not visit.overflows()


def test_in_high_contrast_what_is_chosen_and_taken_can_be_told(visits: Opener) -> None:
    visit = visits(forced_colors="active")
    visit.be_somebody_new()
    visit.talk_to_the_card()
    visit.develop("The way")
    picture(visit, "high-contrast")
    highlight = visit.page.evaluate(_HIGHLIGHT)
    stroke = "(one) => getComputedStyle(one).stroke"
    assert visit.page.locator(".edge.taken .line").first.evaluate(stroke) == highlight
    assert visit.page.locator(".edge:not(.taken) .line").first.evaluate(stroke) != highlight


def test_with_less_motion_nothing_moves(visit: Visit) -> None:
    visit.say("open case compass")
    moving = visit.page.evaluate("document.getAnimations().filter((one) => one.playState === 'running').length")
    assert moving == 0


_HIGHLIGHT = """() => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = "Highlight";
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}"""
"""The colour that the system marks with."""


def picture(visit: Visit, name: str, *, of: str | None = None, whole: bool = True) -> None:
    """Keep a picture of the page, or of a part of it, and print where."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    file = PICTURES / f"{name}.png"
    if of:
        visit.page.locator(of).screenshot(path=file, animations="disabled")
    else:
        visit.page.screenshot(path=file, full_page=whole, animations="disabled")
    print(f"a picture: {file.relative_to(PICTURES.parents[1])}")  # noqa: T201 - CI keeps it
