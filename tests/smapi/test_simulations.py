"""Simulated turns: what Alexa says, what the skill was sent, and what went wrong."""

from threading import Event, Thread
from time import monotonic

import pytest

from simulator.envelope import SKILL_ID
from simulator.smapi import people
from simulator.smapi.kept import Kept
from simulator.smapi.service import IN_THIS_PROCESS, MOST_SIMULATIONS
from simulator.under_test.endpoint import HandlerEndpoint
from tests.simulator.tea import Json, Skill, ask, delegate, tell
from tests.smapi.calls import SIMULATIONS, Caller, caller, captions, invocations, service_of

CARD = {"type": "Simple", "title": "Your tea", "content": "Sencha, one cup"}


def test_a_simulation_tells_what_alexa_says_and_the_whole_response_with_its_card() -> None:
    told = caller(Skill(ask("Tea &amp; milk?", card=CARD))).say("open tea corner", new=True)
    assert told["status"] == "SUCCESSFUL"
    assert captions(told) == ["Tea & milk?"]
    (only,) = invocations(told)
    assert only["invocationRequest"]["endpoint"] == IN_THIS_PROCESS
    assert only["invocationRequest"]["body"]["request"]["type"] == "LaunchRequest"
    assert only["invocationResponse"]["body"]["response"]["card"] == CARD
    assert isinstance(only["metrics"]["skillExecutionTimeInMilliseconds"], int)


def test_the_result_is_found_again_under_its_id() -> None:
    someone = caller(Skill(ask()))
    told = someone.say("open tea corner", new=True)
    location = someone.headers["Location"]
    assert location == f"{SIMULATIONS}/{told['id']}"
    assert someone.get(location) == told


def test_a_session_goes_on_with_what_the_skill_left_in_it() -> None:
    skill = Skill(ask(attributes={"cups": 2}), tell())
    someone = caller(skill)
    someone.say("open tea corner", new=True)
    told = someone.say("i want sencha")
    assert skill.last["session"]["attributes"] == {"cups": 2}
    assert skill.last["session"]["new"] is False
    assert captions(told) == ["Enjoy your tea."]


def test_a_new_session_is_begun_when_one_is_forced_and_the_skill_hears_nothing_of_the_old_one() -> None:
    skill = Skill(ask(attributes={"cups": 2}))
    someone = caller(skill)
    someone.say("open tea corner", new=True)
    someone.say("open tea corner", new=True)
    assert skill.requests == ["LaunchRequest", "LaunchRequest"]
    assert skill.last["session"]["attributes"] == {}
    assert skill.seen[0]["session"]["sessionId"] != skill.last["session"]["sessionId"]


def test_what_does_not_name_the_skill_fails_in_a_new_session_even_if_an_old_one_was_open() -> None:
    someone = caller(Skill(ask()))
    someone.say("open tea corner", new=True)
    assert someone.say("i want sencha", new=True)["status"] == "FAILED"
    assert someone.say("i want sencha")["status"] == "FAILED", "the old session is gone"


def test_a_directive_that_alexa_drops_without_a_word_is_no_failure() -> None:
    directive = {"type": "Dialog.ElicitSlot", "slotToElicit": "thing"}
    told = caller(Skill(ask(directives=[directive]))).say("ask tea corner ask the seller about the size")
    assert told["status"] == "SUCCESSFUL"
    assert captions(told) == ["Which tea would you like?"]


def test_the_intent_that_was_chosen_is_told_with_its_slots_and_what_they_were_resolved_to() -> None:
    someone = caller(Skill(ask()))
    told = someone.say("ask tea corner i want sencha", new=True)
    (chosen, *_) = told["result"]["alexaExecutionInfo"]["consideredIntents"]
    assert chosen["name"] == "OrderTeaIntent"
    tea = chosen["slots"]["tea"]
    assert (tea["name"], tea["value"], tea["confirmationStatus"]) == ("tea", "sencha", "NONE")
    (resolved,) = tea["resolutions"]["resolutionsPerAuthority"]
    assert resolved["status"] == {"code": "ER_SUCCESS_MATCH"}
    assert resolved["values"] == [{"name": "green tea", "id": "green"}]


def test_a_launch_has_no_intents_to_consider() -> None:
    told = caller(Skill(ask())).say("open tea corner", new=True)
    assert told["result"]["alexaExecutionInfo"]["consideredIntents"] == []


def test_an_utterance_that_names_no_skill_fails_while_no_session_is_open() -> None:
    skill = Skill(ask())
    someone = caller(skill)
    told = someone.say("i want sencha", new=True)
    assert told["status"] == "FAILED"
    assert told["result"]["error"]["code"] == "SKILL_NOT_INVOKED"
    assert 'open tea corner"' in told["result"]["error"]["message"]
    assert skill.seen == []


def test_exit_is_told_to_the_skill_in_an_open_session_and_fails_without_one() -> None:
    skill = Skill(ask())
    someone = caller(skill)
    someone.say("open tea corner", new=True)
    told = someone.say("exit")
    assert told["status"] == "SUCCESSFUL"
    assert invocations(told)[0]["invocationRequest"]["body"]["request"]["type"] == "SessionEndedRequest"
    assert someone.say("exit")["status"] == "FAILED"


def test_all_requests_of_one_turn_are_told() -> None:
    told = caller(Skill(delegate(), tell())).say("ask tea corner i want sencha", new=True)
    states = [one["invocationRequest"]["body"]["request"]["dialogState"] for one in invocations(told)]
    assert states == ["STARTED", "COMPLETED"]
    assert captions(told) == ["Enjoy your tea."]


def test_a_question_of_alexas_own_is_a_caption_too() -> None:
    told = caller(Skill(delegate())).say("ask tea corner book a table", new=True)
    assert captions(told) == ["For which day?"]


def test_a_response_that_amazon_refuses_fails_with_the_rule_and_what_the_skill_was_sent() -> None:
    someone = caller(Skill(ask("Which tea, {name}?")))
    told = someone.say("open tea corner", new=True)
    assert told["status"] == "FAILED"
    assert told["result"]["error"]["code"] == "placeholder"
    assert "{name}" in told["result"]["error"]["message"]
    kinds = [one["invocationRequest"]["body"]["request"]["type"] for one in invocations(told)]
    assert kinds == ["LaunchRequest", "SessionEndedRequest"]
    assert captions(told) == ["There was a problem with the requested skill's response."]


def test_a_skill_that_raises_fails_and_its_traceback_goes_to_standard_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def broken(_event: Json, _context: object) -> object:
        raise KeyError("the kettle")

    someone = caller(broken)
    told = someone.say("open tea corner", new=True)
    assert told["result"]["error"]["code"] == "INVALID_RESPONSE"
    assert "KeyError" in told["result"]["error"]["message"]
    assert "invocationResponse" not in invocations(told)[0]
    assert "in broken" in capsys.readouterr().err


def test_a_skill_that_is_too_slow_fails_with_a_timeout() -> None:
    ticks = iter([0.0, 9.0, 9.0, 9.0])
    told = caller(HandlerEndpoint(Skill(ask()), timer=lambda: next(ticks))).say("open tea corner", new=True)
    assert told["result"]["error"]["code"] == "ENDPOINT_TIMEOUT"


def test_every_failure_is_noted_with_what_was_said() -> None:
    someone = caller(Skill(ask("Which tea, {name}?")))
    someone.say("i want sencha")
    someone.say("open tea corner", new=True)
    someone.say(" ")
    first, second, third = someone.service.troubles
    assert first.startswith('the simulation of "i want sencha" failed: No session is open')
    assert "[placeholder]" in second
    assert third.startswith(f"POST {SIMULATIONS} was refused: ")
    assert "input.content: " in third


def test_a_success_is_not_noted() -> None:
    someone = caller(Skill(ask()))
    someone.say("open tea corner", new=True)
    assert someone.service.troubles == []


def test_whoever_has_another_token_is_another_person_with_a_session_of_their_own() -> None:
    skill = Skill(ask())
    first = caller(skill)
    second = Caller(first.service, "b")
    told = first.say("open tea corner", new=True)
    assert second.say("i want sencha")["status"] == "FAILED"
    second.say("open tea corner")
    users = {event["session"]["user"]["userId"] for event in skill.seen}
    assert len(users) == 2
    assert not any("Bearer" in user or user.endswith(".b") for user in users)
    second.get(f"{SIMULATIONS}/{told['id']}")
    assert second.status == 404, "the result of somebody else"


def test_bearer_is_no_part_of_the_token() -> None:
    skill = Skill(ask())
    service = service_of(skill)
    for token in ("Bearer a", "bearer a", "a"):
        Caller(service, token).say("open tea corner")
    assert len({event["session"]["user"]["userId"] for event in skill.seen}) == 1


def test_a_person_has_a_device_in_each_locale() -> None:
    skill = Skill(ask())
    someone = caller(skill)
    someone.say("open tea corner")
    someone.say("öffne tee ecke", locale="de-DE")
    someone.say("i want sencha")
    assert [event["request"]["locale"] for event in skill.seen] == ["en-US", "de-DE", "en-US"]
    assert len({event["session"]["sessionId"] for event in skill.seen}) == 2


def test_a_second_simulation_of_a_person_is_refused_while_one_is_under_way() -> None:
    begun, go_on = Event(), Event()

    def slow(_event: Json, _context: object) -> object:
        begun.set()
        go_on.wait(5)
        return ask()

    service = service_of(slow)
    first, second, other = Caller(service), Caller(service), Caller(service, "somebody else")
    thread = Thread(target=first.say, args=("open tea corner",))
    thread.start()
    assert begun.wait(5)
    assert "one at a time" in second.say("open tea corner")["message"]
    assert second.status == 409
    go_on.set()
    assert other.say("open tea corner")["status"] == "SUCCESSFUL"
    thread.join(5)
    assert second.say("open tea corner")["status"] == "SUCCESSFUL"


def test_results_are_kept_for_ten_minutes() -> None:
    now = [0.0]
    someone = caller(Skill(ask()))
    someone.service.simulations = Kept(MOST_SIMULATIONS, 600, lambda: now[0])
    place = f"{SIMULATIONS}/{someone.say('open tea corner')['id']}"
    now[0] = 600.0
    assert someone.get(place)["status"] == "SUCCESSFUL"
    now[0] = 600.1
    assert "ten minutes" in someone.get(place)["message"]
    assert someone.status == 404


def test_of_very_many_results_the_oldest_makes_room() -> None:
    kept: Kept[int] = Kept(3)
    names = [kept.add(number) for number in range(4)]
    assert [kept.get(name) for name in names] == [None, 1, 2, 3]


def test_there_is_an_end_to_the_number_of_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "MOST_PEOPLE", 2)
    service = service_of(Skill(ask()))
    for token in ("a", "b"):
        assert Caller(service, token).say("open tea corner")["status"] == "SUCCESSFUL"
    third = Caller(service, "c")
    assert "tokens" in third.say("open tea corner")["message"]
    assert third.status == 429
    assert Caller(service, "a").say("i want sencha")["status"] == "SUCCESSFUL"


def test_a_locale_without_a_model_is_not_found() -> None:
    someone = caller(Skill(ask()))
    assert "fr-FR" in someone.say("ouvre le salon de thé", locale="fr-FR")["message"]
    assert someone.status == 404


def test_the_skill_sees_its_own_id() -> None:
    skill = Skill(ask())
    caller(skill).say("open tea corner")
    assert skill.last["session"]["application"]["applicationId"] == SKILL_ID


def test_a_result_does_not_have_to_be_waited_for() -> None:
    started = monotonic()
    someone = caller(Skill(ask()))
    told = someone.say("open tea corner")
    assert someone.get(f"{SIMULATIONS}/{told['id']}")["status"] == "SUCCESSFUL"
    assert monotonic() - started < 1.5
