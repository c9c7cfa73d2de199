"""What Alexa tells without anybody speaking: it is followed, or seen to have failed, and never answered in words."""

import json
import logging
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from skill.alexa.door import Handler, open_door
from skill.alexa.permissions import NAME_SCOPE, REMINDERS_SCOPE, SCOPES
from skill.conversation.ports import Memory, Stored
from skill.decision.models import MODELS
from skill.errors import StoreUnavailable
from skill.keeping import SET_ASIDE
from skill.record import encode
from skill.service import Service
from skill.storage.memory import MemoryStore
from skill.storage.sqlite import SqliteStore
from skill.web.door import WebDoor
from tests.alexa.envelopes import PERSON, SKILL_ID, Json, envelope
from tests.faults.household import NOW, REMINDED, but_for_reminders, stored
from tests.web.signing import Signer

OTHER = "amzn1.ask.account.OTHER"
LAST_WORD = REMINDED.last_word or NOW
UNREADABLE = '{"version": 99}'
SILENCE: Json = {}
SECRET = "a very private kettle"


class Down(MemoryStore):
    """A store that fails, quoting what it was given, at the calls that are named."""

    def __init__(self, *failing: str) -> None:
        super().__init__()
        self.failing = failing

    def load(self, person: str, *, now: datetime) -> Stored | None:
        self._fail("load", person)
        return super().load(person, now=now)

    def save(self, person: str, record: str, *, based_on: int | None, now: datetime) -> int:
        self._fail("save", record)
        return super().save(person, record, based_on=based_on, now=now)

    def forget(self, person: str) -> None:
        self._fail("forget", person)
        super().forget(person)

    def _fail(self, what: str, quoted: str) -> None:
        if what in self.failing:
            raise StoreUnavailable(f"no {what} of {SECRET} for {quoted}")


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Memory]:
    """A store with somebody who has a case with a reminder, something set aside, and somebody else."""
    if request.param == "memory":
        kept: Any = MemoryStore()
        fill(kept)
        yield kept
        return
    with closing(SqliteStore(tmp_path / "records.sqlite")) as kept:
        fill(kept)
        yield kept


def fill(store: Memory) -> None:
    """Keep the case of one person, what was set aside of theirs, and the case of another."""
    for person, record in ((PERSON, whole()), (PERSON + SET_ASIDE, UNREADABLE), (OTHER, whole())):
        store.save(person, record, based_on=None, now=NOW)


def whole() -> str:
    return json.dumps(encode(REMINDED))


def event(kind: str, at: datetime = NOW, *, body: object = None, person: str = PERSON, **more: object) -> Json:
    """A skill event as Alexa sends it: with no session and no locale; it happened a minute before it is told."""
    happened = {"eventCreationTime": at.isoformat(), "eventPublishingTime": at.isoformat()}
    request = {"type": f"AlexaSkillEvent.{kind}", "timestamp": (at + timedelta(minutes=1)).isoformat(), **happened}
    whole = envelope(request | ({"body": body} if body is not None else {}) | more, session=False)
    whole["context"]["System"]["user"] = {"userId": person}
    del whole["request"]["locale"]
    return whole


def allowed(*scopes: str) -> Json:
    """The body of an event about permissions: all that are given now."""
    return {"acceptedPermissions": [{"scope": scope} for scope in scopes]}


DISABLED = event("SkillDisabled", body={"userInformationPersistenceStatus": "NOT_PERSISTED"})
FORBIDDEN = event("SkillPermissionChanged", body=allowed(NAME_SCOPE))


def tell(store: Memory, *events: Json) -> None:
    """Events, each of which is answered with nothing."""
    door = door_to(store)
    for told in events:
        answer = door(told, None)
        assert answer["response"] == SILENCE
        assert not answer.get("sessionAttributes")


def door_to(store: Memory) -> Handler:
    return open_door(Service(MODELS, store), SKILL_ID)


def is_kept(store: Memory, person: str) -> bool:
    return store.load(person, now=NOW) is not None


def reminders(store: Memory) -> list[object]:
    """The reminders of each case that is kept."""
    assert but_for_reminders(stored(store)) == but_for_reminders(REMINDED)
    return [case.reminder for case in stored(store).cases]


def test_when_the_skill_is_disabled_all_of_that_person_goes_and_nobody_else_s(store: Memory) -> None:
    tell(store, DISABLED)
    assert not is_kept(store, PERSON)
    assert not is_kept(store, PERSON + SET_ASIDE)
    assert is_kept(store, OTHER)


@pytest.mark.parametrize("body", [None, {}, {"userInformationPersistenceStatus": "PERSISTED"}, {"something": "new"}])
def test_all_goes_whatever_alexa_says_about_what_she_keeps(store: Memory, body: object) -> None:
    tell(store, event("SkillDisabled", body=body))
    assert not is_kept(store, PERSON)


def test_an_event_that_comes_twice_does_no_harm(store: Memory) -> None:
    tell(store, DISABLED, DISABLED)
    assert is_kept(store, OTHER)


def test_an_event_about_nobody_that_we_know_does_no_harm(store: Memory) -> None:
    for kind in ("SkillDisabled", "SkillPermissionChanged", "SkillPermissionAccepted"):
        tell(store, event(kind, person="amzn1.ask.account.STRANGER"))
    assert is_kept(store, PERSON)


@pytest.mark.parametrize(("seconds", "kept"), [(-1, True), (0, False), (1, False)])
def test_an_event_that_comes_late_spares_what_was_said_since(store: Memory, seconds: int, kept: bool) -> None:
    tell(store, event("SkillDisabled", LAST_WORD + timedelta(seconds=seconds)))
    assert is_kept(store, PERSON) is kept
    assert is_kept(store, PERSON + SET_ASIDE) is kept


def test_when_it_happened_counts_and_not_when_it_was_told(store: Memory) -> None:
    before = (LAST_WORD - timedelta(hours=1)).isoformat()
    tell(store, event("SkillDisabled", NOW, eventCreationTime=before))
    assert is_kept(store, PERSON)


def test_without_the_time_when_it_happened_the_time_of_telling_counts(store: Memory) -> None:
    told = event("SkillDisabled", LAST_WORD - timedelta(hours=1))
    del told["request"]["eventCreationTime"]
    tell(store, told)
    assert is_kept(store, PERSON)
    told["request"]["timestamp"] = (LAST_WORD + timedelta(hours=1)).isoformat()
    tell(store, told)
    assert not is_kept(store, PERSON)


def test_a_record_that_cannot_be_read_is_deleted_too(store: Memory) -> None:
    store.save(PERSON, UNREADABLE, based_on=1, now=NOW)
    tell(store, DISABLED)
    assert not is_kept(store, PERSON)
    assert not is_kept(store, PERSON + SET_ASIDE)


@pytest.mark.parametrize("kind", ["SkillPermissionChanged", "SkillPermissionAccepted"])
@pytest.mark.parametrize("body", [None, {}, allowed(), allowed(NAME_SCOPE), {"acceptedPermissions": None}])
def test_without_the_permission_for_reminders_their_tokens_are_lost(store: Memory, kind: str, body: object) -> None:
    tell(store, event(kind, body=body))
    assert reminders(store) == [None]


@pytest.mark.parametrize("kind", ["SkillPermissionChanged", "SkillPermissionAccepted"])
@pytest.mark.parametrize("scopes", [(REMINDERS_SCOPE,), (NAME_SCOPE, REMINDERS_SCOPE)])
def test_with_the_permission_for_reminders_their_tokens_are_kept(
    store: Memory, kind: str, scopes: tuple[str, ...]
) -> None:
    tell(store, event(kind, body=allowed(*scopes)))
    assert reminders(store) == [case.reminder for case in REMINDED.cases]


def test_a_record_that_cannot_be_read_keeps_its_words_when_a_permission_changes(store: Memory) -> None:
    store.save(PERSON, UNREADABLE, based_on=1, now=NOW)
    tell(store, FORBIDDEN)
    kept = store.load(PERSON, now=NOW)
    assert kept
    assert kept.record == UNREADABLE


@pytest.mark.parametrize(
    ("told", "failing"),
    [
        (DISABLED, "load"),
        (DISABLED, "forget"),
        (FORBIDDEN, "load"),
        (FORBIDDEN, "save"),
    ],
)
def test_what_the_store_did_not_do_fails_so_that_alexa_can_tell_it_again(
    told: Json, failing: str, caplog: pytest.LogCaptureFixture
) -> None:
    store = Down()
    fill(store)
    store.failing = (failing,)
    with pytest.raises(StoreUnavailable):
        door_to(store)(told, None)
    assert caplog.messages == ["an event could not be followed: the store failed"]
    store.failing = ()
    assert reminders(store) == [case.reminder for case in REMINDED.cases], "nothing was done by halves"


def test_the_web_door_answers_a_failed_event_with_500_and_nothing_in_it(caplog: pytest.LogCaptureFixture) -> None:
    signer, store = Signer(), Down("load")
    door = WebDoor(door_to(store), signer.verifier(SKILL_ID, clock=lambda: NOW).verify)
    body = json.dumps(DISABLED).encode()
    with caplog.at_level(logging.DEBUG):
        answer = door.answer(signer.headers(body).items(), body)
    assert (answer.status, answer.body) == (500, b"")
    assert SECRET not in caplog.text
    assert PERSON not in caplog.text


def test_the_web_door_answers_an_event_with_200_and_no_words() -> None:
    signer, store = Signer(), MemoryStore()
    fill(store)
    door = WebDoor(door_to(store), signer.verifier(SKILL_ID, clock=lambda: NOW).verify)
    body = json.dumps(DISABLED).encode()
    answer = door.answer(signer.headers(body).items(), body)
    assert answer.status == 200
    assert json.loads(answer.body)["response"] == SILENCE
    assert not is_kept(store, PERSON)


def test_nothing_personal_is_logged_about_an_event(store: Memory, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        tell(store, FORBIDDEN, DISABLED)
    assert caplog.messages
    assert PERSON not in caplog.text
    assert "kettle" not in caplog.text


def test_the_manifest_subscribes_to_what_is_followed_and_asks_for_what_is_used() -> None:
    manifest = json.loads(Path(__file__).parents[2].joinpath("skill.json").read_text(encoding="utf-8"))["manifest"]
    assert {permission["name"] for permission in manifest["permissions"]} == set(SCOPES.values())
    assert manifest["events"]["endpoint"] == manifest["apis"]["custom"]["endpoint"]
    named = {subscribed["eventName"] for subscribed in manifest["events"]["subscriptions"]}
    assert named == {"SKILL_DISABLED", "SKILL_PERMISSION_ACCEPTED", "SKILL_PERMISSION_CHANGED"}
