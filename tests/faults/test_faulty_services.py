"""Whatever a service of Alexa's answers, the person hears a sensible sentence in time, and the case is as it was."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from skill.conversation.acts import Act, ReminderSet
from skill.conversation.plain_acts import (
    ALEXA_ASKS,
    NO_NAME,
    REFUSED,
    REMINDER_GONE,
    REMINDER_STAYS,
    SIGNED,
)
from skill.conversation.ports import Refusal
from skill.conversation.reply import Reply
from skill.conversation.state import Reminder, State
from tests.alexa.envelopes import Json
from tests.alexa.hung_servers import (
    Answer,
    answering,
    babbling,
    dripping_body,
    dripping_head,
    endless,
    full,
    hanging_up,
    never_accepting,
    nobody,
    silent,
)
from tests.faults.household import (
    ALERT,
    ASKED_TO_MOVE_IT,
    CANCEL,
    EARLIER,
    NAME,
    OFFERED_NAME,
    OFFERED_REMINDER,
    PROFILE,
    REMIND_ME,
    REMINDED,
    REMINDER,
    REMOVAL,
    SETTINGS,
    SLACK_SECONDS,
    TOTAL_SECONDS,
    YES,
    Heard,
    alexa,
    but_for_reminders,
    remembering,
    say,
    stored,
)

FAILED = REFUSED[Refusal.FAILED]
FAULTS: dict[str, Answer] = {
    "200 and nothing": answering(200),
    "200 and garbage": answering(200, b"<html>{"),
    "200 and something else": answering(200, {"alertToken": 7}),
    "204": answering(204),
    "400": answering(400, {"code": "INVALID_ALERT_INFO"}),
    "401": answering(401, {"code": "UNAUTHORIZED"}),
    "403 without a word": answering(403),
    "403 no permission": answering(403, {"code": "ACCESS_DENIED"}),
    "403 no device for it": answering(403, {"code": "DEVICE_NOT_SUPPORTED"}),
    "403 too many": answering(403, {"code": "MAX_REMINDERS_EXCEEDED"}),
    "403 something new": answering(403, {"code": "MOON_IN_THE_WAY"}),
    "404": answering(404, {"code": "ALERT_NOT_FOUND"}),
    "409": answering(409),
    "429": answering(429, {"message": "slow down"}),
    "500": answering(500, b"\xff\xfe"),
    "503": answering(503),
    "no HTTP": babbling,
    "hangs up": hanging_up,
    "says nothing": silent,
    "a head that drips": dripping_head,
    "a body that drips": dripping_body,
    "a body without end": endless,
}
NO_WAY_IN: dict[str, Callable[[], AbstractContextManager[str]]] = {
    "nobody": nobody,
    "nobody who looks": never_accepting,
    "a full queue": full,
}
REMINDER_ANSWERS: dict[str, Act] = {
    "401": ALEXA_ASKS,
    "403 without a word": ALEXA_ASKS,
    "403 no permission": ALEXA_ASKS,
    "403 no device for it": REFUSED[Refusal.UNSUPPORTED],
    "403 too many": REFUSED[Refusal.TOO_MANY],
}
"""What is said where a reminder was wanted; what is not listed failed."""
REMOVED = ("200 and nothing", "200 and garbage", "200 and something else", "204", "404")
"""The answers after which there is no such reminder."""

NAME_REFUSED = tuple(fault for fault in FAULTS if fault.startswith(("401", "403")))
"""The answers that mean that we may not know the name."""

each_fault = pytest.mark.parametrize("fault", FAULTS)
each_closed_way = pytest.mark.parametrize("way", NO_WAY_IN)
WANTED = {
    "a reminder": (YES, OFFERED_REMINDER, FAILED),
    "no reminder any more": (CANCEL, REMINDED, REMINDER_STAYS),
    "the name": (YES, OFFERED_NAME, NO_NAME),
}


def say_with(request: Json, state: State, **answers: Answer) -> tuple[Heard, list[str]]:
    """A turn while some services are broken: what came of it, and what was asked."""
    with alexa(**answers) as her:
        assert her.server
        store = remembering(state)
        heard = say(request, state, her.server.url, store)
        asked = her.asked
    require_unharmed(heard, state)
    assert stored(store) == heard.state, "the session and the store remember the same"
    return heard, asked


def require_unharmed(heard: Heard, before: State) -> None:
    """In time, no apology, and the case as it was."""
    assert heard.seconds < TOTAL_SECONDS + SLACK_SECONDS
    assert but_for_reminders(heard.state) == but_for_reminders(before)
    assert heard.state.active == 0


def consent_of(reply: Reply) -> str | None:
    """The permission that Alexa is to ask for, where the words announce it."""
    assert (ALEXA_ASKS in reply.acts) == (reply.consent is not None)
    return reply.consent


def test_when_all_is_well_the_reminder_is_made_and_kept_with_its_token() -> None:
    heard, asked = say_with(YES, OFFERED_REMINDER)
    (act,) = heard.reply.acts
    assert isinstance(act, ReminderSet)
    assert asked == [SETTINGS, REMINDER]
    assert heard.state.case
    assert heard.state.case.reminder
    assert heard.state.case.reminder.token == ALERT
    assert heard.state.zone == "Europe/Berlin"


@each_fault
def test_a_reminder_that_was_not_made_is_said_to_be_not_made(fault: str) -> None:
    heard, asked = say_with(YES, OFFERED_REMINDER, reminder=FAULTS[fault])
    expected = REMINDER_ANSWERS.get(fault, FAILED)
    assert heard.reply.acts == (expected,)
    assert asked == [SETTINGS, REMINDER]
    assert heard.state.case
    assert heard.state.case.reminder is None
    assert consent_of(heard.reply) == ("reminders" if expected is ALEXA_ASKS else None)
    assert (heard.state.pending is not None) == (expected is ALEXA_ASKS), "it stays open while Alexa asks"


@each_fault
def test_a_reminder_that_was_not_moved_stays_as_it_was(fault: str) -> None:
    heard, asked = say_with(YES, ASKED_TO_MOVE_IT, reminder=FAULTS[fault])
    assert heard.reply.acts == (REMINDER_ANSWERS.get(fault, FAILED),)
    assert heard.state.case == ASKED_TO_MOVE_IT.case
    assert REMOVAL not in asked


@each_fault
def test_a_new_reminder_counts_though_the_earlier_one_could_not_be_removed(fault: str) -> None:
    heard, asked = say_with(YES, ASKED_TO_MOVE_IT, removal=FAULTS[fault])
    assert asked == [SETTINGS, REMINDER, REMOVAL]
    assert isinstance(heard.reply.acts[0], ReminderSet)
    assert heard.reply.acts[1:] == (() if fault in REMOVED else (REMINDER_STAYS,))
    assert heard.state.case
    assert heard.state.case.reminder
    assert heard.state.case.reminder.token == ALERT
    assert EARLIER not in str(heard.envelope)


@each_fault
def test_a_reminder_that_may_still_ring_is_said_to_stay(fault: str) -> None:
    heard, asked = say_with(CANCEL, REMINDED, removal=FAULTS[fault])
    assert heard.reply.acts == ((REMINDER_GONE,) if fault in REMOVED else (REMINDER_STAYS,))
    assert asked == [REMOVAL]
    assert heard.state.case
    assert heard.state.case.reminder is None


def test_when_all_is_well_the_name_is_on_the_card_and_nowhere_in_the_record() -> None:
    heard, asked = say_with(YES, OFFERED_NAME)
    assert heard.reply.acts == (SIGNED,)
    assert asked == [PROFILE]
    assert NAME in heard.envelope["response"]["card"]["content"]
    assert NAME not in str(heard.envelope["sessionAttributes"])


@each_fault
def test_alexa_asks_for_a_name_that_is_not_allowed_and_no_other(fault: str) -> None:
    heard, asked = say_with(YES, OFFERED_NAME, profile=FAULTS[fault])
    not_allowed = fault in NAME_REFUSED
    assert heard.reply.acts == (ALEXA_ASKS if not_allowed else NO_NAME,)
    assert consent_of(heard.reply) == ("name" if not_allowed else None)
    assert asked == [PROFILE]


@each_fault
def test_after_alexa_has_asked_for_a_name_that_cannot_be_had_the_gap_stays(fault: str) -> None:
    resumed = {
        "type": "SessionResumedRequest",
        "cause": {
            "type": "ConnectionCompleted",
            "token": "name",
            "status": {"code": "200", "message": "OK"},
            "result": {"status": "ACCEPTED"},
        },
    }
    heard, asked = say_with(resumed, OFFERED_NAME, profile=FAULTS[fault])
    assert heard.reply.acts == (NO_NAME,)
    assert heard.reply.card is None
    assert asked == [PROFILE]


@each_fault
def test_without_a_time_zone_a_reminder_is_counted_in_days(fault: str) -> None:
    heard, asked = say_with(REMIND_ME, REMINDED, settings=FAULTS[fault])
    assert asked == [SETTINGS]
    assert heard.reply.question
    assert heard.reply.question.about == "relative"
    assert heard.state.zone is None


@each_fault
def test_without_a_time_zone_a_reminder_is_made_all_the_same(fault: str) -> None:
    heard, asked = say_with(YES, OFFERED_REMINDER, settings=FAULTS[fault])
    (act,) = heard.reply.acts
    assert isinstance(act, ReminderSet)
    assert act.relative == "relative"
    assert asked == [SETTINGS, REMINDER]
    assert heard.state.case
    assert isinstance(heard.state.case.reminder, Reminder)


@each_closed_way
@pytest.mark.parametrize("wanted", WANTED)
def test_where_no_service_can_be_reached_the_person_is_told_in_time(way: str, wanted: str) -> None:
    request, state, said = WANTED[wanted]
    with NO_WAY_IN[way]() as url:
        store = remembering(state)
        heard = say(request, state, url, store)
    require_unharmed(heard, state)
    assert heard.reply.acts == (said,)
    assert stored(store) == heard.state


def test_when_every_service_hangs_the_time_is_still_bounded() -> None:
    hung = dict.fromkeys((REMINDER, REMOVAL, PROFILE, SETTINGS), silent)
    heard, asked = say_with(YES, ASKED_TO_MOVE_IT, **hung)
    assert heard.reply.acts == (FAILED,)
    assert REMOVAL not in asked
