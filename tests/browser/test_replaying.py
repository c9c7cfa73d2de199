"""Saving a talk and replaying it: a script, a replay file of the ASK CLI, a script of the project."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.visit import Visit

LINES = ("open case compass", "my package never came", "a blue kettle")


@pytest.fixture
def recorded(visits: Opener) -> Visit:
    """A short talk that is recorded from its beginning."""
    visit = visits()
    visit.develop("Save and replay")
    visit.button("Begin afresh").click()
    expect(visit.said.last).to_contain_text(":user")
    visit.say(*LINES)
    return visit


def test_a_saved_script_replays_without_a_change(recorded: Visit, tmp_path: Path) -> None:
    script = _saved(recorded, "As a script", tmp_path)
    _replay(recorded, script)
    expect(recorded.page.locator("#replay-summary")).to_contain_text("Nothing changed in 3 steps.")


def test_an_edited_script_shows_what_is_another_now(recorded: Visit, tmp_path: Path) -> None:
    script = _saved(recorded, "As a script", tmp_path)
    script.write_text(script.read_text().replace("asking: status", "asking: sold_by"))
    _replay(recorded, script)
    expect(recorded.page.locator("#replay-summary")).to_contain_text("1 of 3 steps changed.")
    step = recorded.page.locator("#replay-steps > li").filter(has_text="a blue kettle")
    expect(step).to_contain_text("changed")
    expect(step).to_contain_text("sold_by")
    expect(step).to_contain_text("status")


def test_a_replay_of_the_ask_cli_holds_the_utterances_and_replays(recorded: Visit, tmp_path: Path) -> None:
    replay = _saved(recorded, "As an ASK CLI replay", tmp_path)
    written = json.loads(replay.read_text())
    assert written["userInput"] == [*LINES, ".quit"]
    assert (written["locale"], written["type"]) == ("en-US", "text")
    _replay(recorded, replay)
    expect(recorded.page.locator("#replay-summary")).to_contain_text("3 steps")


def test_a_talk_with_commands_can_be_no_replay_of_the_ask_cli(recorded: Visit) -> None:
    recorded.say(":later 1 day")
    recorded.button("As an ASK CLI replay").click()
    expect(recorded.page.get_by_role("alert").filter(has_text="begin afresh and only talk")).to_be_visible()


def test_a_script_of_the_project_replays(recorded: Visit) -> None:
    recorded.page.get_by_label("Script of the project").select_option(
        "one sentence with nearly everything in it leads straight on"
    )
    recorded.button("Replay").first.click()
    expect(recorded.page.locator("#replay-summary")).to_contain_text("Nothing changed")


def test_a_file_that_is_no_script_is_refused_with_a_reason(recorded: Visit, tmp_path: Path) -> None:
    nonsense = tmp_path / "talk.yaml"
    nonsense.write_text("just words")
    _replay(recorded, nonsense)
    expect(recorded.page.locator("#replay-wrong")).not_to_be_empty()


def test_the_talk_on_the_page_stays_as_it_is_while_another_is_replayed(recorded: Visit, tmp_path: Path) -> None:
    before = recorded.said.count()
    _replay(recorded, _saved(recorded, "As a script", tmp_path))
    expect(recorded.page.locator("#replay-summary")).to_contain_text("3 steps")
    assert recorded.said.count() == before


def _saved(visit: Visit, button: str, folder: Path) -> Path:
    with visit.page.expect_download() as download:
        visit.button(button).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def _replay(visit: Visit, file: Path) -> None:
    visit.page.get_by_label("File (.yaml or .json)").set_input_files(file)
    visit.button("Replay").last.click()
