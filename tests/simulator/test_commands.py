"""The lines that begin with a colon."""

from datetime import timedelta

import pytest

from simulator.errors import CommandWrong
from simulator.talk.commands import COMMANDS, OF_THE_TALK
from simulator.talk.household import Place
from simulator.talk.json_lines import as_json
from simulator.talk.talk import Talk
from tests.simulator.services.calling import Caller, at, reminder
from tests.simulator.tea import Json, Skill, ask, tea_device


def _answers(event: Json) -> Json:
    return (
        {} if event["request"]["type"].startswith("AlexaSkillEvent.") else ask(attributes={"turn": {"asking": "tea"}})
    )


def _talk() -> tuple[Talk, Skill]:
    skill = Skill(_answers)
    device = tea_device(skill)
    return Talk(lambda _: device, Place("en-US")), skill


def _with_reminder(local: str) -> tuple[Talk, Skill, Caller]:
    talk, skill = _talk()
    talk.line(":grant reminders")
    talk.line(":launch")
    call = Caller(skill.last)
    assert call("POST", "/v1/alerts/reminders", reminder(**at(local))).status == 200
    return talk, skill, call


def test_later_moves_the_time_and_what_rang_is_in_the_line() -> None:
    talk, _, _ = _with_reminder("2026-03-05T08:00:00")
    assert "rang" not in as_json(talk.line(":later 1 hour"))
    line = as_json(talk.line(":later 2 days"))
    assert line["rang"] == [{"at": "2026-03-05T08:00:00-05:00", "text": "Drink tea"}]
    assert list(line)[-1] == "rang"
    assert line["utterance"] == ":later 2 days"


def test_a_reminder_that_falls_due_by_itself_rings_with_the_next_line() -> None:
    talk, skill, _ = _with_reminder("2026-03-04T05:00:00")
    talk.device.account.clock.move(timedelta(hours=1))
    assert [one.text for one in talk.line("help").rang] == ["Drink tea"]
    assert skill.last["request"]["intent"]["name"] == "AMAZON.HelpIntent"
    assert talk.line("help").rang == ()


def test_reminders_are_listed_as_the_app_shows_them_and_survive_new() -> None:
    talk, _, _ = _with_reminder("2026-03-05T08:00:00")
    talk.line(":new")
    result = talk.line(":reminders")
    assert result.card == ("Reminders", "Thu 2026-03-05 08:00  Drink tea")
    assert result.heard.how == "1 set"
    talk.line(":later 1 week")
    empty = talk.line(":reminders")
    assert (empty.card, empty.heard.how) == (None, "none is set")


def test_the_time_zone_is_set_for_the_services_and_for_the_list() -> None:
    talk, _, call = _with_reminder("2026-03-05T08:00:00")
    talk.line(":timezone Asia/Kolkata")
    assert call("GET", f"/v2/devices/{call.device}/settings/System.timeZone").value == "Asia/Kolkata"
    result = talk.line(":reminders")
    assert result.card
    assert result.card.text.startswith("Thu 2026-03-05 18:30")


def test_a_name_on_file_is_what_the_profile_tells() -> None:
    talk, skill = _talk()
    talk.line(":name Account  Holder")
    talk.line(":grant name")
    talk.line(":launch")
    reply = Caller(skill.last)("GET", "/v2/accounts/~current/settings/Profile.name")
    assert reply == (200, "Account Holder")


def test_a_service_is_broken_and_mended() -> None:
    talk, _, call = _with_reminder("2026-03-05T08:00:00")
    talk.line(":fault reminders 503")
    assert call("GET", "/v1/alerts/reminders").status == 503
    talk.line(":fault reminders off")
    assert call("GET", "/v1/alerts/reminders").status == 200


def test_asking_by_voice_is_switched_off_and_on() -> None:
    talk, _ = _talk()
    talk.line(":voice-consent off")
    assert talk.device.account.voice_consent is False
    talk.line(":voice-consent on")
    assert talk.device.account.voice_consent is True


def test_a_screen_goes_dark_without_a_word_when_told_to() -> None:
    skill = Skill(_answers)
    talk = Talk(lambda _: tea_device(skill, screen=True), Place("en-US"))
    for line in (":goes-dark on", ":launch", ":silence", ":silence", ":silence"):
        talk.line(line)
    assert skill.requests == ["LaunchRequest"]
    assert talk.device.open is False


def test_the_app_is_used_by_grant_deny_disable_and_enable() -> None:
    talk, skill = _talk()
    for line in (":grant name", ":deny name", ":disable", ":enable"):
        talk.line(line)
    assert [request.partition(".")[2] for request in skill.requests] == [
        "SkillPermissionAccepted",
        "SkillPermissionChanged",
        "SkillDisabled",
        "SkillEnabled",
    ]


@pytest.mark.parametrize(
    "line", [":reminders", ":timezone Europe/Berlin", ":name Account Holder", ":fault profile 500"]
)
def test_what_the_skill_does_not_hear_of_leaves_the_session_as_it_is(line: str) -> None:
    talk, skill = _talk()
    talk.line(":launch")
    result = talk.line(line)
    assert (result.open, result.asking, result.request, result.heard.intent) == (True, "tea", None, None)
    assert skill.requests == ["LaunchRequest"]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (":later", "write it as :later TIME"),
        (":later soon", "write it as :later 2 days, 3 hours or 90 minutes"),
        (":timezone Mars", "write it as :timezone Europe/Berlin"),
        (":reminders please", "write it as :reminders"),
        (":grant", "write it as :grant PERMISSION"),
        (":grant tea", "there are reminders"),
        (":name", "write it as :name NAME"),
        (":fault reminders", "is not a fault"),
        (":fault tea 500", "there are reminders, profile, settings, directives"),
        (":voice-consent maybe", "neither on nor off"),
        (":goes-dark maybe", "neither on nor off"),
        (":goes-dark on", "this device has no screen"),
        (":locale", "is not a command"),
        (":sing", "':sing' is not a command; there are :silence, :launch"),
    ],
)
def test_a_line_that_is_written_wrongly_is_told_the_right_form(line: str, says: str) -> None:
    talk, skill = _talk()
    with pytest.raises(CommandWrong) as wrong:
        talk.line(line)
    assert says in str(wrong.value)
    assert skill.seen == []


def test_every_command_but_the_talks_own_can_be_done() -> None:
    examples = {
        ":later TIME": ":later 1 day",
        ":timezone ZONE": ":timezone UTC",
        ":grant PERMISSION": ":grant name",
        ":deny PERMISSION": ":deny name",
        ":voice-consent on|off": ":voice-consent on",
        ":goes-dark on|off": ":goes-dark on",
        ":name NAME": ":name Account Holder",
        ":fault SERVICE KIND": ":fault settings hang",
    }
    talk = Talk(lambda _: tea_device(Skill(_answers), screen=True), Place("en-US"))
    for form in COMMANDS:
        if form not in OF_THE_TALK:
            assert talk.line(examples.get(form, form)).findings == ()
