"""What developers see: what was understood, the way taken, envelopes, faults."""

import json

from playwright.sync_api import expect

from tests.browser.visit import Visit


def test_it_is_closed_at_first_and_remembered_when_it_was_opened(visit: Visit) -> None:
    expect(visit.page.get_by_role("tab", name="Understood")).to_be_hidden()
    visit.develop("Times")
    visit.page.reload()
    expect(visit.page.get_by_role("tab", name="Times")).to_have_attribute("aria-selected", "true")


def test_what_was_heard_is_shown_with_its_slots_and_an_earlier_turn_can_be_chosen(visit: Visit) -> None:
    visit.say("tell case compass my kettle from last tuesday never arrived", "it hasn't moved since friday")
    visit.develop("Understood")
    panel = visit.page.get_by_role("tabpanel", name="Understood")
    expect(panel).to_contain_text("tried")
    visit.page.get_by_label("Turn").select_option(index=2)
    expect(panel).to_contain_text("LostPackageIntent")
    row = panel.get_by_role("row").filter(has_text="ordered")
    expect(row).to_contain_text("2026-11-17")
    expect(row).to_contain_text("last tuesday")


def test_the_way_taken_is_drawn_and_told_as_a_list(visit: Visit) -> None:
    visit.talk_to_the_card()
    visit.develop("The way")
    drawing = visit.page.get_by_role("img", name="The decision lost package")
    expect(drawing.locator(".node.here")).to_contain_text("call or chat")
    assert drawing.locator(".edge.taken").count() == drawing.locator(".node.taken").count() - 1
    assert drawing.locator(".node").count() > drawing.locator(".node.taken").count()
    visit.page.get_by_text("The same as a list").click()
    expect(visit.page.get_by_text("where the case stands")).to_contain_text("call or chat")


def test_no_two_boxes_of_the_drawing_lie_on_each_other(visit: Visit) -> None:
    visit.talk_to_the_card()
    visit.develop("The way")
    boxes = visit.page.locator(".graph .node > rect, .graph .label > rect").evaluate_all(
        "(all) => all.map((one) => ['x', 'y', 'width', 'height'].map((name) => Number(one.getAttribute(name))))"
    )
    apart = [
        x + width <= other_x or other_x + other_width <= x or y + height <= other_y or other_y + other_height <= y
        for at, (x, y, width, height) in enumerate(boxes)
        for other_x, other_y, other_width, other_height in boxes[at + 1 :]
    ]
    assert len(apart) > 100
    assert all(apart)


def test_the_envelopes_are_shown_as_json(visit: Visit) -> None:
    visit.say("open case compass")
    visit.develop("Request and response")
    request = json.loads(visit.page.get_by_role("region", name="Request as JSON").inner_text())
    assert request["request"]["type"] == "LaunchRequest"
    response = json.loads(visit.page.get_by_role("region", name="Response").inner_text())
    assert response["response"]["shouldEndSession"] is False


def test_times_and_the_stored_record_follow_the_talk(visit: Visit) -> None:
    visit.say("tell case compass my kettle never arrived")
    visit.develop("Times")
    expect(visit.page.locator("#times-summary")).to_contain_text("median")
    visit.develop("Record")
    expect(visit.page.get_by_role("tabpanel", name="Record")).to_contain_text("lost_package")


def test_a_service_is_broken_and_mended(visit: Visit) -> None:
    visit.develop("World")
    visit.page.get_by_label("Fault or status").fill("500")
    visit.button("Break it").click()
    faults = visit.page.locator("#faults")
    expect(faults).to_contain_text("reminders: 500")
    visit.button("Mend reminders").click()
    expect(faults).to_be_empty()
    expect(visit.page.get_by_text("All services are well.")).to_be_visible()


def test_a_device_is_added_and_another_one_spoken_to(visit: Visit) -> None:
    visit.develop("World")
    visit.page.get_by_label("New device").fill("kitchen")
    visit.page.get_by_label("with a screen").check()
    visit.button("Add").first.click()
    where = visit.page.locator("#echo-where")
    expect(where).to_have_text("kitchen, en-US, America/New_York, with a screen")
    visit.page.get_by_label("Speak to").select_option("echo")
    visit.button("Switch").first.click()
    expect(where).to_have_text("echo, en-US, America/New_York")


def test_time_zone_and_voice_consent_are_set(visit: Visit) -> None:
    visit.develop("World")
    visit.page.get_by_label("Time zone").fill("Asia/Tokyo")
    visit.button("Move").click()
    expect(visit.page.locator("#phone-clock")).to_have_text("00:00")
    aloud = visit.page.get_by_role("switch", name="Alexa can ask for permissions aloud")
    aloud.click()
    expect(aloud).not_to_be_checked()
