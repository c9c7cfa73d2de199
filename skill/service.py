"""One spoken turn from start to end: remember, decide, keep, run errands, word.

A failing store or service is logged; the talk goes on.
"""

import logging
from collections.abc import Mapping
from datetime import datetime
from time import monotonic, sleep
from typing import Any

from skill.conversation.converse import converse
from skill.conversation.errands import NAME, ZONE
from skill.conversation.plain_acts import FORGETTING_FAILED
from skill.conversation.ports import Memory, Services
from skill.conversation.reminders import without_reminders
from skill.conversation.reply import Reply
from skill.conversation.state import State
from skill.conversation.turn import Turn
from skill.decision.model import Model
from skill.errands import Done, run
from skill.errors import StoreError, WriteConflict
from skill.fitting import fitting
from skill.in_time import LIMITS, Limits, MemoryInTime, ServicesInTime, TurnTime
from skill.keeping import Keeping, Known
from skill.record import Written, written
from skill.value import Value, replace
from skill.wording.voice import Words, word

CONFLICT_SECONDS = 2.0
"""How long a turn is decided anew when other devices of the household write at the same moment."""
LONGEST_PAUSE_SECONDS = 0.05
"""Between two tries: a chance pause, so that two devices don't run side by side for ever."""

_log = logging.getLogger(__name__)


class Spoken(Value):
    """What a turn came to: the reply, its words, and the record for the session."""

    reply: Reply
    words: Words
    record: dict[str, Any]


class _Decided(Value):
    """``known`` is None when others kept writing first, so that it must be recalled."""

    reply: Reply
    record: dict[str, Any]
    known: Known | None


class Service:
    """Answers turns of any person in any installed language, within the limits of time."""

    def __init__(self, models: Mapping[str, Model], memory: Memory, limits: Limits = LIMITS) -> None:
        self._models = models
        self._memory = memory
        self._limits = limits

    def answer(self, person: str, session_record: object, turn: Turn, locale: str, services: Services) -> Spoken:
        """Answer one turn.

        ``person`` is the store's key; ``session_record`` is what the last turn of this session came to, if any. What
        is newer wins: the store's record, or the session's when the store was down. The state is kept before any
        errand is run, and again after one whose result matters.
        """
        time_left = TurnTime(self._limits)
        services = ServicesInTime(services, time_left)
        keeping = Keeping(self._models, MemoryInTime(self._memory, time_left), person)
        decided = self._decide(keeping, session_record, turn, services)
        done = run(decided.reply, turn, locale, services) if decided.reply.errands else Done(decided.reply)
        if done.forget:
            decided = _forget(keeping, replace(decided, reply=done.reply))
        elif done.follow_up:
            decided = self._decide(keeping, decided.record, done.follow_up, services, decided.known)
            last = run(decided.reply, turn, locale, services).reply
            decided = replace(decided, reply=replace(last, acts=(*last.acts, *done.remarks)))
        else:
            decided = replace(decided, reply=done.reply)
        return Spoken(decided.reply, word(decided.reply, locale), decided.record)

    def forget(self, person: str, *, unless_heard_since: datetime) -> None:
        """Forget the person, because the skill was disabled then; an event that comes late spares what is newer.

        Raises ``StoreError`` when it could not be done, so that whoever told us can tell us again.
        """
        keeping = Keeping(self._models, self._memory, person)
        last_word = keeping.stored(unless_heard_since).state.last_word
        if last_word and last_word > unless_heard_since:
            _log.info("an event came late; what was said since is kept")
            return
        keeping.forget()

    def lose_reminders(self, person: str, now: datetime) -> None:
        """The permission to make reminders is gone, and Alexa's reminders with it: keep none of them.

        Raises ``StoreError`` when it could not be done.
        """
        keeping = Keeping(self._models, self._memory, person)
        known = keeping.stored(now)
        state = without_reminders(known.state)
        if state != known.state:
            keeping.write(written(state), known, now)

    def _decide(
        self, keeping: Keeping, session_record: object, turn: Turn, services: Services, known: Known | None = None
    ) -> _Decided:
        """Decide from the known and keep; when somebody else wrote first, decide anew from what they wrote."""
        began = monotonic()
        while True:
            known = known or keeping.recall(session_record, turn.now)
            reply, made = self._converse(known.state, turn, services)
            try:
                return _Decided(reply, made.record, keeping.keep(made, known, turn.now))
            except WriteConflict:
                if monotonic() - began > CONFLICT_SECONDS:
                    _log.warning("gave up keeping after %.1f seconds of conflicts", CONFLICT_SECONDS)
                    return _Decided(reply, made.record, known=None)
                _log.info("somebody else wrote first; deciding anew")
                _pause()
                known = None

    def _converse(self, state: State, turn: Turn, services: Services) -> tuple[Reply, Written]:
        """Let the conversation answer; when it lacks something that can be looked up, let it answer once more."""
        turn = _at_home(turn, state.zone)
        reply, after = converse(self._models, state, turn)
        lacks = reply.lacks - turn.looked_up
        if not lacks:
            return reply, fitting(after)
        zone = services.time_zone() if ZONE in lacks else None
        turn = _at_home(replace(turn, looked_up=turn.looked_up | lacks), zone or state.zone)
        turn = replace(turn, signature=services.name() if NAME in lacks else turn.signature)
        return self._converse(state, turn, services)


def _pause() -> None:
    # Hardly a turn needs it.
    from random import uniform

    sleep(uniform(0, LONGEST_PAUSE_SECONDS))  # noqa: S311 - chance, not a secret


def _forget(keeping: Keeping, decided: _Decided) -> _Decided:
    try:
        keeping.forget()
    except StoreError as wrong:
        _log.error("the store did not forget: %s", type(wrong).__name__)
        return replace(decided, reply=replace(decided.reply, acts=(FORGETTING_FAILED,)))
    return decided


def _at_home(turn: Turn, zone: str | None) -> Turn:
    """The turn with the person's own time, where that is known."""
    if zone is None:
        return turn
    # Most talks know no zone.
    from zoneinfo import ZoneInfo

    known = ZoneInfo(zone)
    return replace(turn, zone=known, today=turn.now.astimezone(known).date())
