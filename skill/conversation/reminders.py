"""Reminders: proposed with their time, made after an explicit yes, moved, taken back, and what may come between."""

from datetime import datetime, timedelta

from skill.conversation.acts import ReminderSet
from skill.conversation.errands import REMINDERS, RemoveReminder, SetReminder
from skill.conversation.moments import asked_time, kind_time, moment
from skill.conversation.plain_acts import (
    ALEXA_ASKS,
    ALLOW_IN_APP,
    LOST_THREAD,
    NO_CASES,
    NO_LOCAL_TIME,
    NO_REMINDER,
    NO_REMINDER_THERE,
    NOT_ALLOWED,
    REFUSED,
    REMINDER_GONE,
    REMINDER_PAST,
    REMINDER_WHEN,
)
from skill.conversation.ports import Refusal
from skill.conversation.reply import Reply
from skill.conversation.state import Reminder, State
from skill.conversation.talk import REMIND, WHICH_PROBLEM, Talk, zone_of
from skill.conversation.telling import carry_on, go_on
from skill.conversation.turn import Consent, Turn
from skill.value import replace

_A_DAY = timedelta(days=1)


def propose(talk: Talk, turn: Turn) -> Reply:
    """Ask whether to remind, at the time that the person names or that fits the case. Each one needs its own yes."""
    if talk.state.active is None and not _take_up_a_case(talk):
        talk.say(NO_CASES)
        return talk.ask(WHICH_PROBLEM)
    zone = zone_of(talk)
    near = _proposed(talk)
    told = {said.question: said.value for said in turn.facts}
    if not told:
        return talk.put(REMIND, at=kind_time(near, zone))
    if zone is None:
        talk.say(NO_LOCAL_TIME)
        return talk.put(REMIND, at=near)
    at = asked_time(told.get("remind_date"), told.get("remind_time"), near, turn)
    if at is None or at <= talk.now:
        talk.say(REMINDER_WHEN if at is None else REMINDER_PAST)
        return talk.put(REMIND, at=kind_time(near, zone), manner="example")
    return talk.put(REMIND, at=at)


def _take_up_a_case(talk: Talk) -> bool:
    alive = [index for index, case in enumerate(talk.state.cases) if talk.is_alive(case)]
    if alive:
        talk.change(active=alive[-1])
    return bool(alive)


def _proposed(talk: Talk) -> datetime:
    """The time that we would name: the open proposal's, the reminder's, the end of the wait, or a day from now."""
    pending = talk.state.pending
    if pending and pending.question == REMIND and pending.at:
        return pending.at
    if talk.case.reminder and talk.case.reminder.at > talk.now:
        return talk.case.reminder.at
    until = talk.waits_until(talk.case)
    return until if until and until > talk.now else talk.now + _A_DAY


def accept(talk: Talk) -> Reply:
    """The person wants the reminder that was proposed: have it made. What comes of it comes back as a turn."""
    pending = talk.state.pending
    if pending is None or pending.at is None or pending.case is None:
        return carry_on(talk)
    talk.change(active=pending.case)
    earlier = talk.case.reminder.token if talk.case.reminder else None
    zone = zone_of(talk)
    talk.errands.append(SetReminder(talk.case.number, pending.at, zone.key if zone else None, earlier))
    return talk.close()


def decline(talk: Talk) -> Reply:
    """No reminder, then."""
    talk.say(NO_REMINDER)
    return carry_on(talk)


def answered(talk: Talk, turn: Turn) -> Reply:
    """What came of making a reminder: say so and go on, or ask for the permission first."""
    index = next((i for i, case in enumerate(talk.state.cases) if case.number == turn.about), None)
    if index is None:
        if isinstance(turn.reminded, Reminder):
            talk.errands.append(RemoveReminder(turn.reminded.token))
        talk.say(LOST_THREAD)
        return talk.close()
    talk.change(active=index)
    if isinstance(turn.reminded, Reminder):
        talk.case = replace(talk.case, reminder=turn.reminded)
        said = moment(turn.reminded.at, turn)
        talk.say(ReminderSet(said, "relative" if said.days else ""))
        return carry_on(talk)
    if turn.reminded is Refusal.NO_PERMISSION:
        return _ask_alexa(talk)
    talk.say(REFUSED[turn.reminded or Refusal.FAILED])
    return carry_on(talk)


def _ask_alexa(talk: Talk) -> Reply:
    """Have Alexa ask for the permission: the proposal stays open until she says what came of it."""
    talk.say(ALEXA_ASKS)
    talk.consent = REMINDERS
    return talk.close()


def consented(talk: Talk, consent: Consent) -> Reply:
    """Alexa has asked for the permission: make the reminder, or say how it can be allowed later."""
    pending = talk.state.pending
    if pending is None or pending.case is None or pending.at is None:
        talk.say(LOST_THREAD)
        return talk.close()
    if consent is Consent.ACCEPTED:
        return accept(talk)
    talk.change(active=pending.case)
    if consent is Consent.UNHEARD:
        talk.say(ALLOW_IN_APP)
        talk.consent, talk.by_card = REMINDERS, True
    else:
        talk.say(NOT_ALLOWED)
    return carry_on(talk)


def without_reminders(state: State) -> State:
    """The state as if no reminder had been made."""
    return replace(state, cases=tuple(replace(case, reminder=None) for case in state.cases))


def cancel(talk: Talk) -> Reply:
    """Take the reminder back: the active case's, else the one made last, unless one is just being offered."""
    reminded = [index for index, case in enumerate(talk.state.cases) if case.reminder]
    here = talk.state.active
    is_offered = talk.open_question == REMIND
    index = here if here in reminded else (reminded[-1] if reminded and not is_offered else None)
    if index is None:
        talk.say(NO_REMINDER if is_offered else NO_REMINDER_THERE)
    else:
        talk.change(active=index)
        talk.release_reminder()
        talk.change(active=here)
        talk.say(REMINDER_GONE)
    return carry_on(talk) if talk.state.case is not None else go_on(talk)
