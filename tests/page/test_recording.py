"""A talk is recorded, saved, replayed, and shown to be the same; and when the skill is different, what is."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from simulator.recording.errors import NothingToSave, ScriptWrong
from simulator.recording.recorder import as_yaml
from simulator.recording.replay import replayed
from simulator.recording.same_skill import same_skill
from simulator.recording.saving import save
from simulator.recording.script import MOST_LINES, Line, Script, scripts_in
from simulator.services.permissions import REMINDERS
from simulator.services.reminder_list import Reminder
from simulator.under_test.endpoint import Endpoint, HandlerEndpoint
from simulator.under_test.inside import Inside
from simulator.under_test.skill_under_test import SkillUnderTest
from simulator.under_test.way import Way
from tests.page.stages import client_of, own_skill, post, say, stage_of, tea_skill, told
from tests.simulator.tea import NOW, Json, Skill, ask, tell

LATE_PACKAGE = (
    "open case compass",
    "my package never came",
    "a kettle",
    "it says delivered",
    "yes",
    ":later 2 days",
    ":timezone Europe/Berlin",
    "open case compass",
    ":silence",
    "amazon",
    ":new",
    ":locale de-DE",
    "öffne fall kompass",
)


def differences(script: Script, skill: SkillUnderTest) -> list[tuple[str, list[str]]]:
    """The lines that go differently, each with what has changed."""
    return [(line.line.you, line.comparison.changed) for line in replayed(script, skill) if not line.same]


def written_and_read(script: Script) -> Script:
    """The script after a way through a file."""
    again, *others = scripts_in(as_yaml([script]), Script)
    assert not others
    return again


def test_a_recorded_talk_replays_as_it_went() -> None:
    skill = own_skill()
    stage = told(stage_of(skill), *LATE_PACKAGE)
    script = written_and_read(stage.recorder.script("A late package"))
    assert [line.you for line in script.talk] == list(LATE_PACKAGE)
    assert (script.talk[1].heard, script.talk[1].asking) == ("LostPackageIntent", "item")
    assert differences(script, skill) == []


class Kept:
    """A look inside a skill (``simulator.under_test.inside.Inside``) that says "Fresh" when it knows nobody."""

    def __init__(self) -> None:
        self.put: list[Json | None] = []

    def record_of(self, user: str, now: datetime) -> Json | None:  # noqa: ARG002 - the interface
        """It keeps the same of everybody."""
        return {"teas": 3}

    def put_record(self, user: str, record: Json | None, now: datetime) -> None:  # noqa: ARG002
        """Remember what was put."""
        self.put.append(record)

    def way(self, user: str, now: datetime) -> Way | None:  # noqa: ARG002
        """It decides nothing."""
        return None

    def afresh(self) -> tuple[Endpoint, Inside]:
        """The skill that knows nobody."""
        return HandlerEndpoint(Skill(ask("Fresh"))), self


def test_a_replay_is_with_a_skill_that_knows_nobody_but_what_was_recorded() -> None:
    kept = Kept()
    skill = same_skill(tea_skill(Skill(ask())), HandlerEndpoint(Skill(ask("Known"))), kept)
    stage = told(stage_of(skill), "open tea corner")
    (line,) = replayed(stage.recorder.script("Tea"), skill)
    assert line.comparison.before
    assert (line.comparison.before["speech"], line.turn.result.speech) == ("Known", "Fresh")
    assert kept.put == [{"teas": 3}]


def test_a_replay_leaves_the_talk_on_the_page_alone() -> None:
    stage = told(stage_of(own_skill()), "open case compass", "my package never came")
    before = stage.live.world()
    list(replayed(stage.recorder.script("A late package"), stage.skill))
    assert stage.live.world() == before


def test_a_skill_that_says_something_else_has_changed_and_does_not_fail() -> None:
    stage = told(stage_of(tea_skill(Skill(ask("Which tea would you like?"), tell()))), "open tea corner", "sencha")
    script = stage.recorder.script("Tea")
    assert differences(script, tea_skill(Skill(ask("Which tea would you like?"), tell()))) == []
    assert differences(script, tea_skill(Skill(ask("Which tea?"), tell()))) == [("open tea corner", ["speech"])]


@pytest.mark.parametrize(
    ("now", "changed", "failed"),
    [
        ({"asking": "cups"}, ["asking", "outcome", "channel"], ["asking: expected tea, got cups"]),
        ({"asking": "tea", "outcome": "brewing"}, ["channel"], ["channel: expected counter, got nothing"]),
        (
            {"asking": "tea", "outcome": "tea is out", "channel": "counter"},
            ["outcome"],
            ["outcome: expected brewing"],
        ),
    ],
)
def test_other_ids_have_changed_and_fail(now: Json, changed: list[str], failed: list[str]) -> None:
    ids = {"turn": {"asking": "tea", "outcome": "brewing", "channel": "counter"}}
    stage = told(stage_of(tea_skill(Skill(ask(attributes=ids)))), "open tea corner")
    line = next(replayed(stage.recorder.script("Tea"), tea_skill(Skill(ask(attributes={"turn": now})))))
    assert line.comparison.changed == changed
    assert line.comparison.failed[0].startswith(failed[0])


def test_a_card_that_was_not_there_has_changed() -> None:
    stage = told(stage_of(tea_skill(Skill(ask()))), "open tea corner")
    card = {"type": "Simple", "title": "Tea", "content": "Sencha"}
    line = next(replayed(stage.recorder.script("Tea"), tea_skill(Skill(ask(card=card)))))
    assert line.comparison.changed == ["card"]
    assert line.comparison.before
    assert line.comparison.before["card"] is None
    assert line.turn.result.card == ("Tea", "Sencha")


def test_what_the_skill_knew_of_the_person_is_part_of_the_recording() -> None:
    skill = own_skill()
    told(stage_of(skill), "open case compass", "my package never came", "a kettle")
    stage = told(stage_of(skill), "open case compass")
    script = written_and_read(stage.recorder.script("Welcome back"))
    assert "kettle" in stage.live.turns(0)[-1]["speech"]
    assert differences(script, own_skill()) == []
    assert differences(script.model_copy(update={"record": None}), own_skill()) != []


def test_lines_that_came_late_are_replayed_at_their_time() -> None:
    now = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
    clock = [now]

    def clockwork(envelope: Json) -> object:
        return ask(envelope["request"]["timestamp"][:13])

    stage = stage_of(tea_skill(Skill(clockwork)), clock=lambda: clock[0])
    for line, minutes in (("open tea corner", 0), ("sencha", 0), ("i want mud", 90), ("sencha", 0)):
        clock[0] += timedelta(minutes=minutes)
        stage.talk.line(line)
    script = written_and_read(stage.recorder.script("Tea time"))
    assert [line.at is not None for line in script.talk] == [False, False, True, False]
    assert differences(script, tea_skill(Skill(clockwork))) == []


def test_time_never_goes_back_in_a_replay() -> None:
    skill = tea_skill(Skill(lambda envelope: ask(envelope["request"]["timestamp"])))
    lines = [Line(you="open tea corner"), Line(you="i want sencha", at=NOW - timedelta(days=1))]
    script = Script(name="Back", locale="en-US", now=NOW, pace=60, talk=lines)
    said = [line.turn.result.speech for line in replayed(script, skill)]
    assert said == ["2026-03-04T09:30:00Z", "2026-03-04T09:31:00Z"]


def test_a_reminder_that_rang_by_itself_belongs_to_the_next_line() -> None:
    stage = stage_of(tea_skill(Skill(ask())))
    account, now = stage.talk.device.account, stage.talk.now
    account.permissions.set(REMINDERS, "GRANTED")
    account.reminders.put(Reminder("t", now, "Drink the tea", {}, now, now))
    stage.talk.ring()
    told(stage, "open tea corner", ":silence")
    assert [line.rang for line in stage.recorder.script("Tea").talk] == [["Drink the tea"], None]


def test_a_talk_on_another_device_is_replayed_there() -> None:
    def looks(envelope: Json) -> object:
        return ask("A screen" if envelope["context"]["System"]["device"]["supportedInterfaces"] else "No screen")

    stage = told(stage_of(tea_skill(Skill(looks))), ":device show screen")
    stage.begin_afresh(10)
    told(stage, "open tea corner")
    script = stage.recorder.script("Tea")
    assert [line.you for line in script.talk] == [":device show screen", "open tea corner"]
    assert differences(script, tea_skill(Skill(looks))) == []


def test_beginning_afresh_is_being_somebody_new_and_recording_from_there() -> None:
    stage = told(stage_of(own_skill()), "open case compass", "my package never came")
    client = client_of(stage)
    answer = post(client, "/api/afresh", {})
    assert answer["turn"]["utterance"].startswith(":user amzn1.ask.account.")
    assert answer["world"]["record"] is None
    assert say(client, "open case compass")["number"] == 3
    assert [line.you for line in stage.recorder.script("Anew").talk] == ["open case compass"]


def test_nothing_and_too_much_cannot_be_saved() -> None:
    stage = stage_of(tea_skill(Skill(ask())))
    with pytest.raises(NothingToSave, match="nothing was said"):
        stage.recorder.script("Nothing")
    told(stage, *[":silence"] * (MOST_LINES + 1))
    with pytest.raises(NothingToSave, match="more than the 500 lines"):
        stage.recorder.script("Too much")


def test_a_talk_is_saved_as_a_file_of_either_kind_and_never_over_another(tmp_path: Path) -> None:
    stage = told(stage_of(tea_skill(Skill(ask()))), "open tea corner")
    for name in ("tea.yaml", "tea.json"):
        save(stage.recorder, tmp_path / name, stage.skill.skill_id)
        with pytest.raises(ScriptWrong, match="name a new file"):
            save(stage.recorder, tmp_path / name, stage.skill.skill_id)
    assert scripts_in((tmp_path / "tea.yaml").read_text(encoding="utf-8"), Script)[0].name == "tea"
    assert json.loads((tmp_path / "tea.json").read_text(encoding="utf-8"))["userInput"] == [
        "open tea corner",
        ".quit",
    ]
    with pytest.raises(ScriptWrong, match="neither"):
        save(stage.recorder, tmp_path / "tea.txt", stage.skill.skill_id)
