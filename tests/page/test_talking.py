"""Talking through the page's server: lines go in, turns and the world come out."""

from datetime import timedelta

import pytest

from simulator.page.app import FRONT
from simulator.services.permissions import REMINDERS
from simulator.services.reminder_list import Reminder
from tests.page.stages import HOST, client_of, get, own_skill, post, say, stage_of, tea_skill
from tests.simulator.tea import Json, Skill, ask, tell

KEYS = [
    *("number", "at", "locale", "device", "user"),
    *("utterance", "heard", "speech", "ssml", "reprompt", "card", "open", "asking", "outcome", "channel"),
    *("ms", "request", "response", "steps"),
]
ASK_ALOUD = {
    "type": "Connections.SendRequest",
    "name": "AskFor",
    "payload": {"@type": "AskForPermissionsConsentRequest", "@version": "1", "permissionScope": REMINDERS},
    "token": "t",
}
HAND_OVER = {"version": "1.0", "response": {"directives": [ASK_ALOUD], "shouldEndSession": True}}
TURN = {"turn": {"asking": "tea", "outcome": "brewing", "channel": "counter"}}


def test_a_line_is_answered_with_its_turn_and_the_world_after_it() -> None:
    client = client_of(stage_of(tea_skill(Skill(ask(attributes=TURN)))))
    answer = post(client, "/api/lines", {"line": "open tea corner"})
    turn, world = answer["turn"], answer["world"]
    assert sorted(turn) == sorted(KEYS)
    assert (turn["number"], turn["locale"], turn["device"]) == (0, "en-US", "echo")
    assert turn["at"] == "2026-03-04T04:30:00-05:00"
    assert turn["speech"] == "Which tea would you like?"
    assert (turn["asking"], world["device"]["asking"], world["device"]["open"]) == ("tea", "tea", True)
    assert world["turns"] == 1
    assert world["revision"] > 1


def test_turns_are_kept_and_can_be_asked_for_from_a_number_on() -> None:
    client = client_of(stage_of(tea_skill(Skill(ask()))))
    assert get(client, "/api/turns") == {"turns": []}
    for line in ("open tea corner", "i want sencha", ":silence"):
        say(client, line)
    assert [turn["utterance"] for turn in get(client, "/api/turns?since=1")["turns"]] == ["i want sencha", ":silence"]


def test_the_world_before_anything_is_said_tells_how_to_open_the_skill() -> None:
    world = get(client_of(stage_of(tea_skill(Skill(ask())))), "/api/world")
    assert world["skill"]["opening"] == "open tea corner"
    assert world["skill"]["locales"] == ["de-DE", "en-US"]
    assert world["clock"] == {"now": "2026-03-04T04:30:00-05:00", "fixed": True}
    assert world["device"]["zone"] == "America/New_York"
    assert {one["name"]: one["status"] for one in world["permissions"]}["reminders"] is None
    assert (world["record"], world["way"]) == (None, None)


def test_german_is_opened_in_german() -> None:
    client = client_of(stage_of(tea_skill(Skill(ask()))))
    say(client, ":locale de-DE")
    world = get(client, "/api/world")
    assert world["skill"]["opening"] == "öffne tee ecke"
    assert world["device"]["locale"] == "de-DE"


def test_commands_change_the_world() -> None:
    client = client_of(stage_of(tea_skill(Skill(lambda _: {}))))
    for line in (":grant reminders", ":deny alexa::strange", ":name Account Holder", ":fault reminders 503"):
        say(client, line)
    for line in (":voice-consent off", ":device kitchen screen", ":timezone Europe/Berlin", ":later 2 days"):
        say(client, line)
    world = get(client, "/api/world")
    statuses = {one["scope"]: one["status"] for one in world["permissions"]}
    assert statuses[REMINDERS] == "GRANTED"
    assert statuses["alexa::strange"] == "DENIED"
    assert world["name_on_file"] == "Account Holder"
    assert world["faults"]["now"] == {"reminders": "503"}
    assert world["voice_consent"] is False
    assert world["devices"] == ["echo", "kitchen"]
    assert (world["device"]["name"], world["device"]["screen"]) == ("kitchen", True)
    assert world["clock"]["now"] == "2026-03-06T10:30:00+01:00"


def test_what_is_answered_about_a_permission_does_not_move_it() -> None:
    client = client_of(stage_of(tea_skill(Skill(lambda _: {}))))
    before = [one["scope"] for one in get(client, "/api/world")["permissions"]]
    for line in (":deny alexa::strange", ":grant email"):
        say(client, line)
    assert [one["scope"] for one in get(client, "/api/world")["permissions"]] == [*before, "alexa::strange"]


def test_a_reminder_that_rings_with_a_line_has_alexas_words() -> None:
    stage = stage_of(tea_skill(Skill(ask())))
    account, now = stage.talk.device.account, stage.talk.now
    account.reminders.put(Reminder("t", now + timedelta(hours=1), "Drink the tea", {}, now, now))
    (rang,) = say(client_of(stage), ":later 2 hours")["rang"]
    assert rang["spoken"] == "Here's your reminder: Drink the tea"


def test_another_person_has_devices_of_their_own() -> None:
    client = client_of(stage_of(tea_skill(Skill(ask()))))
    for line in (":device kitchen", ":user amzn1.ask.account.SECOND"):
        say(client, line)
    world = get(client, "/api/world")
    assert world["user"] == "amzn1.ask.account.SECOND"
    assert len(world["users"]) == 2
    assert world["devices"] == ["kitchen"]


def test_a_line_that_takes_several_requests_shows_each_of_them() -> None:
    def asks(envelope: Json) -> object:
        if envelope["request"]["type"] == "Connections.Response":
            return tell("As you like.")
        return HAND_OVER

    client = client_of(stage_of(tea_skill(Skill(asks))))
    say(client, ":voice-consent off")
    turn = say(client, "open tea corner")
    assert [step["request"]["request"]["type"] for step in turn["steps"]] == ["LaunchRequest", "Connections.Response"]
    assert turn["steps"][1]["response"]["response"]["shouldEndSession"] is True
    assert all(step["ms"] >= 0 for step in turn["steps"])


def test_each_turn_has_its_own_requests() -> None:
    client = client_of(stage_of(tea_skill(Skill(ask()))))
    steps = [say(client, line)["steps"] for line in ("open tea corner", "i want sencha", ":silence")]
    assert [[step["request"]["request"]["type"] for step in own] for own in steps] == [
        ["LaunchRequest"],
        ["IntentRequest"],
        [],
    ]


def test_alexas_own_question_shows_in_the_world() -> None:
    client = client_of(stage_of(tea_skill(Skill(HAND_OVER))))
    say(client, "open tea corner")
    assert get(client, "/api/world")["device"]["consent"] is True


def test_a_permission_card_names_what_it_asks_for() -> None:
    card = {"type": "AskForPermissionsConsent", "permissions": [REMINDERS]}
    client = client_of(stage_of(tea_skill(Skill(ask(card=card)))))
    assert say(client, "open tea corner")["ask"] == [REMINDERS]


def test_a_plain_card_of_that_title_asks_for_nothing() -> None:
    card = {"type": "Simple", "title": "AskForPermissionsConsent", "content": REMINDERS}
    client = client_of(stage_of(tea_skill(Skill(ask(card=card)))))
    assert "ask" not in say(client, "open tea corner")


def test_a_skill_that_raises_shows_its_traceback() -> None:
    def broken(_: Json) -> object:
        raise ZeroDivisionError("no tea left")

    turn = say(client_of(stage_of(tea_skill(Skill(broken)))), "open tea corner")
    assert "no tea left" in turn["failure"]
    assert turn["refused"][0]["rule"] == "endpoint"
    assert turn["steps"][0]["response"] is None


def test_a_fault_of_our_own_is_told_in_json_with_the_traceback_in_the_terminal(
    caplog: pytest.LogCaptureFixture,
) -> None:
    stage = stage_of(tea_skill(Skill(ask())))
    stage.talk.listen(lambda _: 1 // 0, lambda _: None)
    error = post(client_of(stage), "/api/lines", {"line": "open tea corner"}, 500)["error"]
    assert "terminal" in error["do"]
    assert "ZeroDivisionError" in caplog.text


def test_case_compass_shows_its_record_and_the_way_that_it_took() -> None:
    client = client_of(stage_of(own_skill()))
    for line in ("open case compass", "my package never came", "a kettle", "it says delivered"):
        say(client, line)
    world = get(client, "/api/world")
    assert world["record"]["cases"][0]["answers"] == {"item": "kettle", "status": "delivered"}
    way = world["way"]
    assert (way["title"], way["asking"]) == ("lost_package", "checked")
    assert [node["id"] for node in way["nodes"] if node["taken"]] == ["problem", "item", "status", "checked"]
    assert [node["id"] for node in way["nodes"] if node["here"]] == ["checked"]
    taken = [(edge["from"], edge["label"], edge["to"]) for edge in way["edges"] if edge["taken"]]
    assert taken == [("problem", "", "item"), ("item", "", "status"), ("status", "delivered", "checked")]


def test_a_store_that_fails_hides_the_record_and_nothing_else() -> None:
    skill = own_skill("sqlite:/proc/nowhere/cases.db")
    world = get(client_of(stage_of(skill)), "/api/world")
    assert (world["record"], world["way"]) == (None, None)
    assert world["skill"]["name"] == "case compass"


def test_the_files_of_the_page_are_what_they_are_on_every_machine() -> None:
    client = client_of(stage_of(tea_skill(Skill(ask()))))
    for pattern, kind in (("*.js", "text/javascript"), ("*.css", "text/css"), ("*.svg", "image/svg+xml")):
        file = next(FRONT.rglob(pattern)).relative_to(FRONT)
        with client.get(f"/front/{file.as_posix()}", base_url=HOST) as answer:
            assert answer.mimetype == kind
