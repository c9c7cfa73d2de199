"""``python -m simulator replay``: what it prints, how it ends, and what it brings up to date."""

import json
from pathlib import Path

import pytest

from simulator.__main__ import main
from simulator.recording.files import read
from tests.page.stages import stage_of, tea_skill
from tests.simulator.tea import MODELS, NOW

HANDLER = """
def handler(event, context):
    if event["request"]["type"] == "SessionEndedRequest":
        return {{"version": "1.0", "response": {{}}}}
    speech = {{"type": "PlainText", "text": "{speech}"}}
    response = {{"outputSpeech": speech, "reprompt": {{"outputSpeech": speech}}, "shouldEndSession": False}}
    turn = {{"asking": "{asking}", "outcome": None, "channel": None}}
    return {{"version": "1.0", "sessionAttributes": {{"turn": turn}}, "response": response}}
"""


class Corner:
    """A tea corner in a file, a talk with it that was recorded, and the program that replays it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.script = folder / "tea.yaml"
        self.answers("Which tea?", "tea")

    def answers(self, speech: str, asking: str) -> None:
        """From now on it says this to everything."""
        handler = HANDLER.format(speech=speech, asking=asking)
        (self.folder / f"corner_{asking}.py").write_text(handler, encoding="utf-8")
        self.handler = f"{self.folder / f'corner_{asking}.py'}:handler"

    def replay(self, *more: str, file: Path | None = None) -> int:
        """The program's exit status."""
        options = ["--models", str(MODELS), "--handler", self.handler, *more]
        return main(["replay", str(file or self.script), *options])


@pytest.fixture
def corner(tmp_path: Path) -> Corner:
    """A corner whose talk was recorded."""
    from simulator.recording.saving import save
    from simulator.under_test.handler_file import handler_named

    made = Corner(tmp_path)
    stage = stage_of(tea_skill(handler_named(made.handler)), clock=lambda: NOW)
    for line in ("open tea corner", "i want sencha"):
        stage.talk.line(line)
    save(stage.recorder, made.script, stage.skill.skill_id)
    return made


def test_a_talk_that_goes_as_it_went_is_the_same(corner: Corner, capsys: pytest.CaptureFixture[str]) -> None:
    assert corner.replay() == 0
    assert capsys.readouterr().out == "same     en-US: tea (2 lines)\n"


def test_what_changed_is_told_line_by_line(corner: Corner, capsys: pytest.CaptureFixture[str]) -> None:
    corner.answers("How many cups?", "cups")
    assert corner.replay() == 1
    assert capsys.readouterr().out.splitlines()[:5] == [
        "changed  en-US: tea (2 of 2 lines)",
        "  you> open tea corner",
        "    asking: expected tea, got cups",
        "    speech was  Which tea?",
        "    speech is   How many cups?",
    ]


def test_an_update_makes_what_happens_now_what_is_expected(corner: Corner) -> None:
    corner.answers("How many cups?", "cups")
    assert corner.replay("--update") == 0
    assert corner.replay() == 0
    (script,) = read(corner.script)
    assert [(line.asking, line.was and line.was.speech) for line in script.talk] == [("cups", "How many cups?")] * 2


def test_a_file_that_is_true_is_not_written_anew(corner: Corner) -> None:
    text = corner.script.read_text(encoding="utf-8") + "# a remark\n"
    corner.script.write_text(text, encoding="utf-8")
    assert corner.replay("--update") == 0
    assert corner.script.read_text(encoding="utf-8") == text


def test_an_update_does_not_throw_remarks_away(corner: Corner, capsys: pytest.CaptureFixture[str]) -> None:
    corner.script.write_text(corner.script.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
    corner.answers("How many cups?", "cups")
    assert corner.replay("--update") == 2
    assert "has remarks (#)" in capsys.readouterr().err


def test_an_update_leaves_the_texts_that_somebody_expects(corner: Corner) -> None:
    talk = "- {name: t, locale: en-US, talk: [{you: open tea corner, asking: milk, says: [milk], rang: [tea]}]}\n"
    corner.script.write_text(talk, encoding="utf-8")
    assert corner.replay("--update") == 1
    (line,) = read(corner.script)[0].talk
    assert (line.asking, line.says, line.rang, line.was) == ("tea", ["milk"], [], None)


def test_a_replay_file_of_the_ask_cli_is_replayed_and_never_written(
    corner: Corner, capsys: pytest.CaptureFixture[str]
) -> None:
    said = {
        "skillId": "amzn1.ask.skill.x",
        "locale": "en-US",
        "type": "text",
        "userInput": ["open tea corner", ".quit"],
    }
    file = corner.folder / "dialog.json"
    file.write_text(json.dumps(said), encoding="utf-8")
    assert corner.replay(file=file) == 0
    assert capsys.readouterr().out == "same     en-US: dialog (1 lines)\n"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("tea.txt", "", "no file of talks"),
        ("none.yaml", None, "cannot be read"),
        ("bad.yaml", "- name: [", "cannot be read as YAML"),
        ("latin.yaml", b"\xff", "cannot be read"),
        ("large.yaml", " " * 1_000_001, "more than 1,000,000 bytes"),
        ("dialog.json", "[]", "no replay file"),
    ],
)
def test_a_file_that_cannot_be_replayed_ends_the_program(
    corner: Corner, name: str, content: str | bytes | None, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = corner.folder / name
    if content is not None:
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    assert corner.replay(file=file) == 2
    error = capsys.readouterr().err
    assert says in error
    assert name in error


def test_a_script_of_case_compass_is_replayed_at_its_own_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "late.yaml"
    script.write_text(
        """
- name: a late kettle
  locale: en-US
  decision: lost_package
  manner: straight
  talk:
    - you: tell case compass my kettle from last tuesday never arrived
      heard: LostPackageIntent
      says: ["Tuesday, November 17"]
    - you: open case compass
      later: 48
      asking: status
""",
        encoding="utf-8",
    )
    assert main(["replay", str(script)]) == 0
    assert "same     en-US: a late kettle (2 lines)" in capsys.readouterr().out
