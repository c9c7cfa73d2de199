"""One spoken turn from start to end: remember, decide, keep, word. A failing store is logged; the talk goes on."""

import json
import logging
from collections.abc import Mapping
from typing import Any, NamedTuple

from skill.conversation.converse import converse
from skill.conversation.ports import Memory
from skill.conversation.reply import Reply
from skill.conversation.state import State
from skill.conversation.turn import Turn
from skill.decision.model import Model
from skill.errors import RecordUnreadable, StoreError, WriteConflict
from skill.record import decode, encode
from skill.wording.voice import Words, word

TRIES = 4
"""How often a turn is decided anew when another device of the household wrote at the same moment."""

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


class Service:
    """Answers turns of any person in any installed language."""

    def __init__(self, models: Mapping[str, Model], memory: Memory) -> None:
        self._models = models
        self._memory = memory

    def answer(self, person: str, session_record: object, turn: Turn, locale: str) -> Spoken:
        """Answer one turn.

        ``person`` is the store's key; ``session_record`` is what the last turn of this session came to, if any. What
        is newer wins: the store's record, or the session's when the store was down.
        """
        for _ in range(TRIES):
            known = self._recall(person, session_record)
            reply, state = converse(self._models, known.state, turn)
            record = encode(state)
            try:
                self._keep(person, record, known)
            except WriteConflict:
                _log.info("somebody else wrote first; deciding anew")
                continue
            return Spoken(reply, word(reply, locale), record)
        _log.warning("gave up keeping after %s conflicts", TRIES)
        return Spoken(reply, word(reply, locale), record)

    def _recall(self, person: str, session_record: object) -> _Known:
        in_session = self._decoded(session_record) if session_record else None
        try:
            stored = self._memory.load(person)
        except StoreError as wrong:
            _log.error("the store did not load: %s", type(wrong).__name__)
            return _Known(in_session or State(), None, store_answers=False)
        kept = self._decoded(_parsed(stored.record)) if stored else None
        revision = stored.revision if stored else None
        if kept and in_session:
            newer = in_session if in_session.turns > kept.turns else kept
            return _Known(newer, revision, store_answers=True)
        return _Known(kept or in_session or State(), revision, store_answers=True)

    def _keep(self, person: str, record: dict[str, Any], known: _Known) -> None:
        if not known.store_answers:
            return
        try:
            self._memory.save(person, json.dumps(record, ensure_ascii=False), based_on=known.revision)
        except WriteConflict:
            raise
        except StoreError as wrong:
            _log.error("the store did not save: %s", type(wrong).__name__)

    def _decoded(self, record: object) -> State | None:
        try:
            return decode(record, self._models)
        except RecordUnreadable as wrong:
            _log.warning("a record was set aside: %s", wrong)
            return None


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return None
