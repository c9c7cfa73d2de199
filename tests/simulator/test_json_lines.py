"""The program's public contract: the keys and values of each line of ``python -m simulator --json``."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from simulator.__main__ import main
from simulator.errors import CommandWrong, ModelMissing
from simulator.services.permissions import NAME
from simulator.talk import json_lines
from simulator.talk.household import Place
from simulator.talk.talk import Talk
from tests.simulator.servers import server
from tests.simulator.tea import MODELS, Json, Skill, ask, elicit, tea_device, tell

PROJECT = Path(__file__).resolve().parents[2]
KEYS = [
    *("utterance", "heard", "speech", "ssml", "reprompt", "card", "open", "asking", "outcome", "channel"),
    *("ms", "request", "response"),
]
NOT_HEARD = {"stage": None, "score": None, "runner_up": None, "runner_up_score": None}
TURN = {"turn": {"asking": "tea", "outcome": "brewing", "channel": "counter"}}


def _lines(skill: Skill, *lines: str) -> list[Json]:
    out, err = StringIO(), StringIO()
    talk = Talk(lambda place: tea_device(skill, locale=place.locale, strict=False), Place("en-US"))
    json_lines.run(talk, StringIO("".join(f"{line}\n" for line in lines)), out, err)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_line_has_exactly_these_keys_in_this_order() -> None:
    line = _lines(Skill(ask()), "open tea corner")[0]
    assert list(line) == KEYS
    assert list(line["heard"]) == [*("intent", "slots", "how", "stage", "score", "runner_up", "runner_up_score")]


def test_a_line_says_what_was_heard_said_shown_and_sent() -> None:
    skill = Skill(ask("Tea &amp; milk?", attributes=TURN, card={"type": "Simple", "title": "T", "content": "C"}))
    line = _lines(skill, "ask tea corner i want sencha")[0]
    assert line["utterance"] == "ask tea corner i want sencha"
    assert line["heard"]["intent"] == "OrderTeaIntent"
    assert line["heard"]["slots"] == {"tea": {"value": "sencha", "said": "sencha", "id": "green"}}
    assert line["speech"] == "Tea & milk?"
    assert line["ssml"] == "<speak>Tea &amp; milk?</speak>"
    assert line["reprompt"] == "Green or black?"
    assert line["card"] == {"title": "T", "text": "C"}
    assert line["open"] is True
    assert [line[key] for key in ("asking", "outcome", "channel")] == ["tea", "brewing", "counter"]
    assert line["ms"] >= 0
    assert line["request"] == skill.last
    assert line["response"]["sessionAttributes"] == TURN


def test_a_value_that_no_entity_resolution_knows_has_no_id() -> None:
    slots = [line["heard"]["slots"] for line in _lines(Skill(ask()), "i want mud", "bring me three cups")]
    assert slots[0]["tea"]["id"] is None
    assert slots[1] == {"cups": {"value": "3", "said": "three", "id": None}}


def test_events_have_the_type_of_their_request_for_an_intent() -> None:
    skill = Skill(ask(attributes=TURN))
    launch, first, second, third = _lines(skill, ":launch", ":silence", ":silence", ":silence")
    assert launch["heard"] == {"intent": "LaunchRequest", "slots": {}, "how": "launch", **NOT_HEARD}
    assert (first["speech"], first["reprompt"], first["open"]) == ("Green or black?", None, True)
    assert (first["heard"]["intent"], first["request"], first["asking"]) == (None, None, "tea")
    assert (second["heard"]["intent"], second["speech"], second["open"]) == ("SessionEndedRequest", "", False)
    assert (third["heard"]["intent"], third["request"], third["open"]) == (None, None, False)


def test_every_line_but_a_blank_one_is_answered_by_one_line() -> None:
    lines = _lines(Skill(ask()), "open tea corner", "", "   ", ":new", ":new", ":locale de-DE", "öffne tee ecke")
    assert [line["utterance"] for line in lines] == [
        "open tea corner",
        ":new",
        ":new",
        ":locale de-DE",
        "öffne tee ecke",
    ]
    assert [line["heard"]["intent"] for line in lines] == [
        "LaunchRequest",
        "SessionEndedRequest",
        None,
        None,
        "LaunchRequest",
    ]
    assert lines[-1]["request"]["request"]["locale"] == "de-DE"


def test_changing_the_locale_ends_an_open_session() -> None:
    skill = Skill(ask())
    line = _lines(skill, ":launch", ":locale de-DE")[1]
    assert line["heard"]["intent"] == "SessionEndedRequest"
    assert skill.last["request"]["locale"] == "en-US"


def test_only_a_session_that_lingers_on_a_screen_says_so() -> None:
    document = {"type": "Alexa.Presentation.APL.RenderDocument", "token": "menu", "document": {"type": "APL"}}
    response = {"outputSpeech": {"type": "PlainText", "text": "Our menu"}, "directives": [document]}
    skill = Skill({"version": "1.0", "response": response})
    result = tea_device(skill, screen=True).launch()
    assert json_lines.as_json(result)["lingers"] is True
    assert json_lines.as_json(result)["open"] is False
    assert "lingers" not in json_lines.as_json(tea_device(Skill(tell())).launch())


def test_only_a_refused_turn_says_so() -> None:
    line = _lines(Skill(ask("Tea & milk?", attributes=TURN)), ":launch")[0]
    assert list(line) == [*KEYS, "refused"]
    assert [list(finding) for finding in line["refused"]] == [["rule", "says", "source"]]
    assert line["refused"][0]["rule"] == "ssml-malformed"
    assert line["speech"] == "There was a problem with the requested skill's response."
    assert [line[key] for key in ("card", "open", "asking")] == [None, False, None]
    assert line["response"] is not None


def test_a_dropped_directive_is_reported_and_the_talk_goes_on() -> None:
    line = _lines(Skill(elicit("cups")), "order tea")[0]
    assert line["refused"][0]["rule"] == "dialog-dropped"
    assert line["open"] is True


def test_a_skill_that_raises_has_no_response_and_its_traceback_is_told() -> None:
    def broken(_: Json) -> object:
        raise ZeroDivisionError("no tea left")

    out, err = StringIO(), StringIO()
    talk = Talk(lambda place: tea_device(Skill(broken), locale=place.locale, strict=False), Place("en-US"))
    json_lines.run(talk, StringIO(":launch\n"), out, err)
    line = json.loads(out.getvalue())
    assert line["response"] is None
    assert line["refused"][0]["rule"] == "endpoint"
    assert "Traceback" in err.getvalue()
    assert "no tea left" in err.getvalue()


def test_a_strange_command_names_those_that_there_are() -> None:
    with pytest.raises(CommandWrong, match=":silence, :launch, :new, :locale xx-XX"):
        _lines(Skill(ask()), ":sing")


def test_a_strange_locale_leaves_the_session_as_it_was() -> None:
    talk = Talk(lambda place: tea_device(Skill(ask()), locale=place.locale), Place("en-US"))
    talk.line(":launch")
    with pytest.raises(ModelMissing):
        talk.line(":locale fr-FR")
    assert talk.device.open


def test_a_strange_locale_names_those_that_there_are() -> None:
    with pytest.raises(ModelMissing, match="de-DE, en-US"):
        _lines(Skill(ask()), ":locale fr-FR")


def _program(*options: str, lines: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "simulator", *options]
    env = os.environ | environment
    return subprocess.run(
        command, cwd=PROJECT, env=env, input=lines, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_the_program_talks_to_any_skill_behind_a_url() -> None:
    skill = Skill(ask("Grün & schwarz?".replace("&", "&amp;")), tell())

    def answer(envelope: Any) -> tuple[int, bytes]:
        return 200, json.dumps(skill(envelope, None)).encode()

    with server(answer) as url:
        done = _program(
            *("--json", "--models", str(MODELS), "--url", url, "--user", "amzn1.ask.account.B"),
            *("--now", "2026-03-04T09:30:00Z", "--skill-id", "amzn1.ask.skill.tea"),
            lines="open tea corner\nbook a table for tomorrow\n",
        )
    assert (done.returncode, done.stderr) == (0, "")
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert list(first) == KEYS
    assert first["speech"] == "Grün & schwarz?"
    assert "Grün" in done.stdout
    assert second["heard"]["slots"]["day"]["value"] == "2026-03-05"
    assert second["open"] is False
    assert second["request"]["session"]["user"]["userId"] == "amzn1.ask.account.B"
    assert second["request"]["session"]["application"]["applicationId"] == "amzn1.ask.skill.tea"
    assert second["request"]["request"]["timestamp"] == "2026-03-04T09:30:00Z"


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--locale", "fr-FR"], "there is no interaction model for 'fr-FR'"),
        (["--models", "nowhere"], "no model at all"),
        (["--now", "teatime"], "'teatime' is not a moment"),
        (["--user", ""], "a user id has 1 to 255 characters"),
        (["--url", "ftp://example.com"], "cannot be an endpoint"),
        (["--url", "http://example.com", "--data", "here"], "not allowed with"),
        (["--data", __file__], "cannot be used"),
        (["--loc", "en-US"], "unrecognized arguments"),
    ],
)
def test_a_bad_argument_ends_the_program_with_a_clear_message(
    options: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        status: object = main(["--json", "--models", str(MODELS), *options])
    except SystemExit as left:
        status = left.code
    written = capsys.readouterr()
    assert status == 2
    assert says in written.err
    assert written.out == ""


def test_a_strange_command_ends_the_program_after_the_lines_before_it() -> None:
    with server(lambda _: (200, json.dumps(ask()).encode())) as url:
        done = _program("--json", "--models", str(MODELS), "--url", url, lines=":launch\n:sing\n")
    assert done.returncode == 2
    assert "':sing' is not a command" in done.stderr
    assert len(done.stdout.splitlines()) == 1


def test_without_json_the_program_is_a_console_whose_piped_input_reads_as_a_talk() -> None:
    with server(lambda _: (200, json.dumps(ask()).encode())) as url:
        done = _program("--models", str(MODELS), "--url", url, lines="open tea corner\n")
    assert done.returncode == 0
    assert "you> open tea corner\nAlexa: Which tea would you like?\n" in done.stdout
    assert done.stdout.endswith("Goodbye.\n")
    assert "\x1b" not in done.stdout


def test_the_person_and_the_time_stay_the_same_when_the_locale_changes() -> None:
    def answer(envelope: Any) -> tuple[int, bytes]:
        event = envelope["request"]["type"].startswith("AlexaSkillEvent.")
        return 200, json.dumps({} if event else ask()).encode()

    with server(answer) as url:
        done = _program(
            *("--json", "--models", str(MODELS), "--url", url, "--now", "2026-03-04T09:30:00Z"),
            lines=":grant name\n:later 1 day\n:locale de-DE\n:launch\n",
        )
    last = json.loads(done.stdout.splitlines()[-1])["request"]
    assert last["context"]["System"]["user"]["permissions"] == {"scopes": {NAME: {"status": "GRANTED"}}}
    assert last["request"]["timestamp"] == "2026-03-05T09:30:00Z"


def test_case_compass_itself_keeps_its_cases_in_the_data_folder(tmp_path: Path) -> None:
    folder = tmp_path / "cases"
    lines = "open case compass\nmy package never came\n"
    done = _program("--json", "--now", "2026-03-04T09:30:00Z", "--data", str(folder), lines=lines)
    assert (done.returncode, done.stderr) == (0, "")
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert list(first) == list(second) == KEYS
    assert second["heard"]["intent"] == "LostPackageIntent"
    assert second["asking"] == "item"
    assert [path.name for path in folder.iterdir()] == ["cases.db"]


def test_a_moment_without_an_offset_is_utc_wherever_the_machine_stands() -> None:
    options = ("--json", "--now", "2026-03-04T09:30:00", "--models", str(MODELS))
    with server(lambda _: (200, json.dumps(ask()).encode())) as url:
        done = _program(*options, "--url", url, lines=":launch\n", TZ="EAST-10")
    assert json.loads(done.stdout)["request"]["request"]["timestamp"] == "2026-03-04T09:30:00Z"
