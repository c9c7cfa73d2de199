"""The app on the phone: permissions, reminders, the name on file."""

from playwright.sync_api import expect

from tests.browser.visit import Visit


def test_a_permission_is_allowed_on_the_card_that_asks_for_it(visit: Visit) -> None:
    visit.do(":voice-consent off")
    visit.talk_to_the_card()
    visit.say("yes please")
    card = visit.page.get_by_role("article", name="case compass asks for your permission")
    expect(card).to_contain_text("Reminders: not asked yet")
    card.get_by_role("button", name="Allow", exact=True).click()
    expect(card).to_contain_text("Reminders: allowed")
    visit.app("Permissions")
    expect(visit.page.get_by_role("switch", name="Reminders")).to_be_checked()


def test_a_permission_is_forbidden_on_the_card_that_asks_for_it(visit: Visit) -> None:
    visit.do(":voice-consent off")
    visit.talk_to_the_card()
    visit.say("yes please")
    card = visit.page.get_by_role("article", name="case compass asks for your permission")
    card.get_by_role("button", name="Don't allow").click()
    expect(card).to_contain_text("Reminders: not allowed")


def test_a_switch_allows_and_forbids_and_keeps_the_focus(visit: Visit) -> None:
    visit.app("Permissions")
    switch = visit.page.get_by_role("switch", name="Timers")
    switch.focus()
    switch.press("Space")
    expect(switch).to_be_checked()
    expect(switch).to_be_focused()
    switch.press("Space")
    expect(switch).not_to_be_checked()


def test_a_name_is_put_on_file(visit: Visit) -> None:
    visit.app("Permissions")
    name = visit.page.get_by_label("Name on file")
    name.fill("Account Holder")
    visit.button("Save").click()
    expect(visit.said.last).to_contain_text(":name Account Holder")
    expect(name).to_have_value("Account Holder")


def test_a_reminder_is_set_rings_when_its_time_has_come_and_is_stopped(visit: Visit) -> None:
    visit.do(":grant reminders")
    visit.talk_to_the_card()
    visit.say("yes please")
    visit.app("Reminders")
    set_ones = visit.page.get_by_role("tabpanel", name="Reminders").get_by_role("listitem")
    expect(set_ones).to_contain_text("Case Compass: time to see how your case stands.")
    visit.develop("World")
    visit.button("+2 days").click()
    banner = visit.page.get_by_role("alert").filter(has_text="Reminder")
    expect(banner).to_contain_text("time to see how your case stands")
    expect(visit.alexa).to_contain_text("Here's your reminder: Case Compass")
    expect(visit.echo).to_have_text("There is news on the phone")
    visit.button("Stop").click()
    expect(banner).to_have_count(0)
    expect(visit.echo).to_have_text("Nothing is open")
    expect(set_ones).to_have_count(0)


def test_a_card_that_comes_while_another_tab_is_shown_is_announced_there(visit: Visit) -> None:
    visit.app("Reminders")
    visit.say("ask case compass is there a phone number")
    activity = visit.page.get_by_role("tab", name="Activity")
    expect(activity).to_contain_text("1 new")
    activity.click()
    expect(activity).not_to_contain_text("new")
