"""A DynamoDB that hangs, alone or together with Alexa's services: the talk goes on in time, and says what is true."""

import json
from collections.abc import Callable, Iterator

import pytest

from skill.conversation.acts import ReminderSet
from skill.conversation.plain_acts import FORGETTING_FAILED, REFUSED
from skill.conversation.ports import Refusal
from skill.conversation.state import State
from skill.conversation.talk import FORGET_ME
from skill.in_time import Limits
from skill.record import encode
from skill.storage.dynamodb import DynamoDbStore
from tests.alexa.hung_servers import silent
from tests.faults.household import (
    NOW,
    OFFERED_REMINDER,
    PROFILE,
    REMINDER,
    REMOVAL,
    SETTINGS,
    SLACK_SECONDS,
    YES,
    Heard,
    alexa,
    but_for_reminders,
    say,
    waiting,
)
from tests.storage.dynamodb_local import VARIABLES
from tests.storage.failing_server import USED, FailingServer, Failure, answer, drip, failing, hang_up, say_nothing

HURRIED = Limits(turn=1.6, store=0.6, service=0.4)
PATIENT = Limits(turn=9.0, store=2.0, service=0.4)
"""Where most calls have to work, on a busy machine too."""
HANGS = {"says nothing": say_nothing, "drips": drip, "hangs up": hang_up}
SAVED = answer(200, USED)
Opener = Callable[[FailingServer, Limits], DynamoDbStore]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[Opener]:
    """Opens stores on a server, with botocore loaded before anything is timed, and closes them all."""
    for name, value in VARIABLES.items():
        monkeypatch.setenv(name, value)
    stores: list[DynamoDbStore] = []

    def another(server: FailingServer, limits: Limits) -> DynamoDbStore:
        stores.append(DynamoDbStore("cases", endpoint_url=server.endpoint_url, timeout_seconds=limits.store))
        stores[-1]._table._connected()
        return stores[-1]

    yield another
    for store in stores:
        store.close()


def found(state: State) -> Failure:
    """How DynamoDB answers a load of somebody with this state."""
    numbers = {"revision": {"N": "1"}, "expires": {"N": str(int(NOW.timestamp()) + 60)}}
    return answer(200, USED | {"Item": {"record": {"S": json.dumps(encode(state))}, **numbers}})


def say_yes(
    server: FailingServer, opened: Opener, state: State, *, limits: Limits = HURRIED, services_hang: bool = False
) -> Heard:
    """A yes while the store is this server: in time, and with the case as it was."""
    hung = dict.fromkeys((REMINDER, REMOVAL, PROFILE, SETTINGS), silent) if services_hang else {}
    with alexa(**hung) as her:
        assert her.server
        heard = say(YES, state, her.server.url, opened(server, limits), limits=limits)
    assert heard.seconds < limits.turn + SLACK_SECONDS
    return heard


@pytest.mark.parametrize("how", HANGS)
@pytest.mark.parametrize("services_hang", [False, True])
def test_while_the_store_does_not_load_the_session_carries_the_case_on(
    how: str, services_hang: bool, opened: Opener
) -> None:
    with failing(HANGS[how]) as server:
        heard = say_yes(server, opened, OFFERED_REMINDER, services_hang=services_hang)
    assert but_for_reminders(heard.state) == but_for_reminders(OFFERED_REMINDER)
    assert heard.state.turns > OFFERED_REMINDER.turns


@pytest.mark.parametrize("how", HANGS)
@pytest.mark.parametrize("services_hang", [False, True])
def test_while_the_store_does_not_save_the_session_carries_the_case_on(
    how: str, services_hang: bool, opened: Opener
) -> None:
    with failing(found(OFFERED_REMINDER), HANGS[how]) as server:
        heard = say_yes(server, opened, OFFERED_REMINDER, services_hang=services_hang)
        assert server.requests == 2, "after a save that failed, none is tried"
    assert but_for_reminders(heard.state) == but_for_reminders(OFFERED_REMINDER)


def test_while_store_and_services_hang_no_reminder_is_promised(opened: Opener) -> None:
    with failing(say_nothing) as server:
        heard = say_yes(server, opened, OFFERED_REMINDER, services_hang=True)
    assert heard.reply.acts == (REFUSED[Refusal.FAILED],)


def test_a_token_that_could_not_be_saved_is_in_the_session(opened: Opener) -> None:
    with failing(found(OFFERED_REMINDER), SAVED, say_nothing) as server:
        heard = say_yes(server, opened, OFFERED_REMINDER, limits=PATIENT)
        assert server.requests == 3
    assert isinstance(heard.reply.acts[0], ReminderSet)
    assert heard.state.case
    assert heard.state.case.reminder


def test_what_the_store_did_not_forget_is_not_said_to_be_forgotten(opened: Opener) -> None:
    state = waiting(FORGET_ME)
    with failing(found(state), SAVED, say_nothing) as server:
        heard = say_yes(server, opened, state, limits=PATIENT)
    assert heard.reply.acts == (FORGETTING_FAILED,)
