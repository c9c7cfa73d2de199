"""What docs/privacy.md says is kept is what is kept, and no log holds anything that was said."""

import json
import logging
import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from simulator.envelope import Json
from skill.alexa.door import Handler, open_door
from skill.alexa.permissions import SCOPES
from skill.bootstrap import build_skill
from skill.conversation.cases import LONGEST_NAME
from skill.conversation.ports import KEPT_FOR
from skill.conversation.state import MOST_CASES, Case, Pending, Reminder, State
from skill.decision.expects import Choice, Digits, Expects, Text
from skill.decision.models import MODELS
from skill.decision.models.questions import QUESTIONS
from skill.record import decode, encode
from skill.service import Service
from skill.settings import Settings
from skill.storage.memory import MemoryStore
from tests.alexa.envelopes import PERSON, envelope, intent
from tests.alexa.hung_servers import answering
from tests.faults.household import ACCESS, ALERT, GOOD, NAME, NOW, alexa, remembering, waiting
from tests.hostile.places import a_state_for_every_question
from tests.hostile.test_hostile_turns import slot, slots_of
from tests.scripts.doors import in_process
from tests.scripts.script import Script, all_scripts
from tests.scripts.test_scripts import talked

PAGE = Path(__file__).parents[1].joinpath("docs", "privacy.md").read_text(encoding="utf-8")
MAPS = ("loose", "answers", "reached", "sent", "sent_by", "postponed")
"""Fields that hold something for each question or each piece of advice: one row for all of it."""
FULL = State(
    cases=(
        Case(
            model="lost_package",
            version=2,
            answers={"item": "kettle"},
            reached={"email": NOW},
            reopened="item",
            number=7,
            name="the blue one",
            sent={"email": "2026-11-21"},
            sent_by={"email": "C-CHAT"},
            postponed={"email": NOW},
            reminder=Reminder("token", NOW),
            closed=NOW,
        ),
    ),
    active=0,
    pending=Pending("remind", 0, NOW, "status"),
    loose={"ordered": "2026-11-17"},
    draft="123",
    misses=1,
    given_up=1,
    asked="remind",
    manner="rephrase",
    topic="tips",
    page=1,
    turns=9,
    zone="Europe/Berlin",
    last_word=NOW,
    asked_name=True,
    unread=True,
)
SECRET = "xylophone"
LOGGED = re.compile(
    r"service (reminder|reminder's end|time zone|name): (status \d{3}|not called|no answer, \w+)"
    r"|session ended: SessionEndedReason\.\w+ \w*"
    r"|nothing to do for \w+"
    r"|the skill was disabled: a person is forgotten"
    r"|an event came late; what was said since is kept"
)
"""All that may be logged while nothing is broken."""
SCRIPTS = all_scripts()


def in_table(heading: str) -> list[str]:
    """The names in the first column of the table whose first heading this is."""
    rows = PAGE.partition(f"| {heading} |")[2].partition("\n\n")[0].splitlines()[2:]
    return [name for row in rows for name in re.findall(r"`([^`]+)`", row.split("|")[1])]


def fields_of(record: Any, path: str = "") -> Iterator[str]:
    """The paths of all that a record holds; lists stand for each of their items."""
    for key, value in record.items():
        inner = value[0] if isinstance(value, list) else value
        if isinstance(inner, Mapping) and key not in MAPS:
            yield from fields_of(inner, f"{path}{key}.")
        else:
            yield f"{path}{key}"


@pytest.mark.parametrize("part", [FULL, FULL.cases[0], FULL.pending, FULL.cases[0].reminder], ids=type)
def test_the_full_state_leaves_nothing_out(part: Any) -> None:
    defaults = type(part)._defaults
    for field in type(part)._fields:
        assert field not in defaults or getattr(part, field) != defaults[field], field
    assert decode(encode(FULL), MODELS) == FULL


def test_every_field_of_the_record_stands_on_the_page_and_no_other() -> None:
    assert sorted(in_table("field")) == sorted(fields_of(encode(FULL)))


def test_every_answer_in_own_words_or_numbers_stands_on_the_page_and_no_other() -> None:
    own = [question.id for question in QUESTIONS.values() if not isinstance(question.expects, Choice)]
    assert sorted(in_table("answer")) == sorted(own)


@pytest.mark.parametrize("question", [id_ for id_, it in QUESTIONS.items() if isinstance(it.expects, Text | Digits)])
def test_the_page_says_how_long_an_answer_can_be(question: str) -> None:
    (row,) = (row for row in PAGE.splitlines() if row.startswith(f"| `{question}` |"))
    assert str(_longest(QUESTIONS[question].expects)) in row


def _longest(expects: Expects) -> int:
    return expects.longest if isinstance(expects, Text) else sum(getattr(expects, "groups", ()))


def test_every_permission_stands_on_the_page_and_no_other() -> None:
    assert sorted(in_table("permission")) == sorted(SCOPES.values())


def test_the_numbers_on_the_page_are_those_of_the_code() -> None:
    assert timedelta(days=180) == KEPT_FOR
    assert set(re.findall(r"(\d+) days", PAGE)) == {str(KEPT_FOR.days)}
    assert f"at most {MOST_CASES} cases" in PAGE
    assert f"{MOST_CASES + 1}th case" in PAGE
    assert f"what the person calls the case, at most {LONGEST_NAME} characters" in PAGE


def test_the_name_is_in_no_record_of_any_turn() -> None:
    store = remembering(waiting("sign"))
    with alexa() as her:
        assert her.server
        answered = send(Service(MODELS, store), intent("AMAZON.YesIntent"), waiting("sign"), her.server.url)
    assert NAME in answered["response"]["card"]["content"]
    assert NAME not in json.dumps(answered["sessionAttributes"])
    kept = store.load(PERSON, now=NOW)
    assert kept
    assert NAME not in kept.record


def send(service: Service, request: Json, state: State, url: str) -> Json:
    """The answer to a request of somebody whose services are at an address."""
    event = envelope(request, attributes={"record": encode(state)})
    event["context"]["System"] |= {"apiEndpoint": url, "apiAccessToken": ACCESS}
    return open_door(service, None)(event, None)


@pytest.mark.parametrize("script", SCRIPTS[::12], ids=[f"{it.locale}: {it.name}" for it in SCRIPTS[::12]])
def test_no_talk_leaves_anything_in_the_log_but_what_happened(
    script: Script, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for said in talked(script, in_process()):
        assert said.result
    require_only_what_happened(caplog)


def require_only_what_happened(caplog: pytest.LogCaptureFixture) -> None:
    """Every line of the log is one of those that are known to hold nothing personal."""
    strange = [message for message in caplog.messages if not LOGGED.fullmatch(message)]
    assert strange == []


@cache
def skill() -> Handler:
    return build_skill(Settings())


@pytest.mark.parametrize("locale", ["en-US", "de-DE"])
def test_no_slot_of_any_intent_gets_into_the_log(locale: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    states = list(a_state_for_every_question().values())
    words = (SECRET, f"{SECRET} 4111 1111 1111 1111", f"</speak>{{{SECRET}}}%s\r\n{SECRET}", SECRET * 99)
    for number, (name, slots) in enumerate(slots_of(locale).items()):
        for state in states[number % 9 :: 9]:
            filled = [slot(it, kind, words[number % len(words)]) for it, kind in slots]
            event = envelope(intent(name, *filled, locale=locale), attributes={"record": encode(state)})
            event["context"]["System"]["user"]["userId"] = f"amzn1.ask.account.{SECRET}.{number}"
            assert "turn" in skill()(event, None)["sessionAttributes"]
    assert SECRET not in caplog.text
    require_only_what_happened(caplog)


@pytest.mark.parametrize("broken", [(), ("reminder",), ("removal",), ("profile",), ("settings",)])
def test_what_services_are_asked_and_answer_gets_into_no_log(
    broken: tuple[str, ...], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    quoting = answering(500, {"code": SECRET, "message": f"{NAME} {ALERT} {ACCESS}"})
    with alexa(**{name: quoting if name in broken else GOOD[name] for name in GOOD}) as her:
        assert her.server
        for pending, reminder in (("remind", None), ("remind", ALERT), ("sign", None), (None, ALERT)):
            state = waiting(pending, reminder)
            request = intent("AMAZON.YesIntent" if pending else "CancelReminderIntent")
            send(Service(MODELS, remembering(state)), request, state, her.server.url)
    assert caplog.messages
    require_only_what_happened(caplog)


@pytest.mark.parametrize("record", [f'{{"version": 2, "turns": "{SECRET}"}}', f"{SECRET}", f'["{SECRET}"]'])
def test_a_record_that_cannot_be_read_is_not_quoted(record: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    store = MemoryStore()
    store.save(PERSON, record, based_on=None, now=NOW)
    send(Service(MODELS, store), intent("AMAZON.YesIntent"), State(turns=1), "https://x.invalid")
    assert "set aside" in caplog.text
    assert SECRET not in caplog.text
    assert PERSON not in caplog.text
