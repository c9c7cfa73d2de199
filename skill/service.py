"""One spoken turn from start to end: remember, decide, keep, run errands, word.

A failing store or service is logged; the talk goes on.
"""

import json
import logging
import random
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

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
from skill.errors import RecordUnreadable, StoreError, WriteConflict
from skill.record import decode, encode
from skill.wording.voice import Words, word

CONFLICT_SECONDS = 2.0
"""How long a turn is decided anew when other devices of the household write at the same moment."""
LONGEST_PAUSE_SECONDS = 0.05
"""Between two tries: a chance pause, so that two devices don't run side by side for ever."""
SET_ASIDE = "#set-aside"
"""Added to the person's key: where a record is put that cannot be read, so that it is not lost."""

_log = logging.getLogger(__name__)


class Spoken(NamedTuple):
    """What a turn came to: the reply, its words, and the record for the session."""

    reply: Reply
    words: Words
    record: dict[str, Any]


class _Known(NamedTuple):
    state: State
    revision: int | None
    store_answers: bool


class _Decided(NamedTuple):
    reply: Reply
    record: dict[str, Any]
    store_answers: bool


class Service:
    """Answers turns of any person in any installed language."""

    def __init__(self, models: Mapping[str, Model], memory: Memory) -> None:
        self._models = models
        self._memory = memory

    def answer(self, person: str, session_record: object, turn: Turn, locale: str, services: Services) -> Spoken:
        """Answer one turn.

        ``person`` is the store's key; ``session_record`` is what the last turn of this session came to, if any. What
        is newer wins: the store's record, or the session's when the store was down. The state is kept before any
        errand is run, and again after one whose result matters.
        """
        decided = self._decide(person, session_record, turn, services)
        done = run(decided.reply, turn, locale, services) if decided.reply.errands else Done(decided.reply)
        if done.forget:
            decided = self._forget(person, decided)
        elif done.follow_up:
            decided = self._decide(person, decided.record, done.follow_up, services, keep=decided.store_answers)
            decided = decided._replace(reply=replace(decided.reply, acts=(*decided.reply.acts, *done.remarks)))
        else:
            decided = decided._replace(reply=done.reply)
        return Spoken(decided.reply, word(decided.reply, locale), decided.record)

    def forget(self, person: str, *, unless_heard_since: datetime) -> None:
        """Forget the person, because the skill was disabled then; an event that comes late spares what is newer.

        Raises ``StoreError`` when it could not be done, so that whoever told us can tell us again.
        """
        known = self._recall(person, None, unless_heard_since)
        if known.state.last_word and known.state.last_word > unless_heard_since:
            _log.info("an event came late; what was said since is kept")
            return
        self._memory.forget(person)
        self._memory.forget(person + SET_ASIDE)

    def lose_reminders(self, person: str, now: datetime) -> None:
        """The permission to make reminders is gone, and Alexa's reminders with it: keep none of them."""
        known = self._recall(person, None, now)
        state = without_reminders(known.state)
        if state != known.state:
            self._memory.save(person, _as_text(encode(state)), based_on=known.revision, now=now)

    def _decide(
        self, person: str, session_record: object, turn: Turn, services: Services, *, keep: bool = True
    ) -> _Decided:
        """Decide and keep; when somebody else wrote first, decide anew from what they wrote."""
        began = time.monotonic()
        while True:
            known = self._recall(person, session_record, turn.now) if keep else self._from_session(session_record)
            reply, state = self._converse(known.state, turn, services)
            record = encode(state)
            try:
                kept = self._keep(person, record, known, turn.now)
            except WriteConflict:
                if time.monotonic() - began > CONFLICT_SECONDS:
                    _log.warning("gave up keeping after %.1f seconds of conflicts", CONFLICT_SECONDS)
                    return _Decided(reply, record, store_answers=True)
                _log.info("somebody else wrote first; deciding anew")
                time.sleep(random.uniform(0, LONGEST_PAUSE_SECONDS))  # noqa: S311 - chance, not a secret
                continue
            return _Decided(reply, record, kept)

    def _converse(self, state: State, turn: Turn, services: Services) -> tuple[Reply, State]:
        """Let the conversation answer; when it lacks something that can be looked up, let it answer once more."""
        turn = _at_home(turn, state.zone)
        reply, after = converse(self._models, state, turn)
        lacks = reply.lacks - turn.looked_up
        if not lacks:
            return reply, after
        zone = services.time_zone() if ZONE in lacks else None
        turn = _at_home(replace(turn, looked_up=turn.looked_up | lacks), zone or state.zone)
        turn = replace(turn, signature=services.name() if NAME in lacks else turn.signature)
        return self._converse(state, turn, services)

    def _recall(self, person: str, session_record: object, now: datetime) -> _Known:
        in_session = self._from_session(session_record)
        try:
            stored = self._memory.load(person, now=now)
        except StoreError as wrong:
            _log.error("the store did not load: %s", type(wrong).__name__)
            return in_session
        if stored is None:
            return _Known(in_session.state, None, store_answers=True)
        kept = self._decoded(_parsed(stored.record))
        if kept is None:
            self._set_aside(person, stored.record, now)
        is_newer = kept is None or (session_record and in_session.state.turns > kept.turns)
        return _Known(in_session.state if is_newer else kept or State(), stored.revision, store_answers=True)

    def _from_session(self, session_record: object) -> _Known:
        state = self._decoded(session_record) if session_record else None
        return _Known(state or State(), None, store_answers=False)

    def _set_aside(self, person: str, record: str, now: datetime) -> None:
        """Put a record that we cannot read where it is not written over."""
        try:
            before = self._memory.load(person + SET_ASIDE, now=now)
            revision = before.revision if before else None
            self._memory.save(person + SET_ASIDE, record, based_on=revision, now=now)
        except StoreError as wrong:
            _log.error("a record could not be set aside: %s", type(wrong).__name__)

    def _keep(self, person: str, record: dict[str, Any], known: _Known, now: datetime) -> bool:
        if not known.store_answers:
            return False
        try:
            self._memory.save(person, _as_text(record), based_on=known.revision, now=now)
        except WriteConflict:
            raise
        except StoreError as wrong:
            _log.error("the store did not save: %s", type(wrong).__name__)
            return False
        return True

    def _forget(self, person: str, decided: _Decided) -> _Decided:
        try:
            self._memory.forget(person)
            self._memory.forget(person + SET_ASIDE)
        except StoreError as wrong:
            _log.error("the store did not forget: %s", type(wrong).__name__)
            return decided._replace(reply=replace(decided.reply, acts=(FORGETTING_FAILED,)))
        return decided

    def _decoded(self, record: object) -> State | None:
        try:
            return decode(record, self._models)
        except RecordUnreadable as wrong:
            _log.warning("a record was set aside: %s", wrong)
            return None


def _at_home(turn: Turn, zone: str | None) -> Turn:
    """The turn with the person's own time, where that is known."""
    if zone is None:
        return turn
    known = ZoneInfo(zone)
    return replace(turn, zone=known, today=turn.now.astimezone(known).date())


def _as_text(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False)


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return None
