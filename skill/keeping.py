"""What is kept of one person: the store's record and the session's, of which the newer counts.

A failing store is logged, by its kind of failure and nothing else; the talk goes on with the session's record. A talk
that began then knows nothing of what is kept, so once the store answers it gets those cases, and they keep theirs.
"""

import json
import logging
from collections.abc import Mapping
from datetime import datetime

from skill.conversation.ports import Memory
from skill.conversation.state import State
from skill.decision.model import Model
from skill.errors import RecordUnreadable, StoreError, WriteConflict
from skill.record import Written, decode, is_newer, is_unread
from skill.value import Value, replace

SET_ASIDE = "#set-aside"
"""Added to the person's key: where a record is put that cannot be read, so that it is not lost."""

NOTHING_KNOWN = State()

_log = logging.getLogger(__name__)


class Known(Value):
    """What is remembered, and whether it can be kept: ``revision`` is the one that the store has, None for none."""

    state: State
    revision: int | None
    store_answers: bool


class Keeping:
    """Recalls, keeps and forgets what is known of the ``person``, whose key in the store this is."""

    def __init__(self, models: Mapping[str, Model], memory: Memory, person: str) -> None:
        self._models = models
        self._memory = memory
        self._person = person

    def recall(self, session_record: object, now: datetime) -> Known:
        """The newer of the store's record and the session's; the session's when the store fails."""
        try:
            return self._newer(session_record, now)
        except StoreError as wrong:
            _log.error("the store did not load: %s", type(wrong).__name__)
            return Known(self._in_session(session_record, State(unread=True)), None, store_answers=False)

    def stored(self, now: datetime) -> Known:
        """What the store has, whatever any session has. Raises ``StoreError``."""
        return self._newer(None, now)

    def keep(self, made: Written, known: Known, now: datetime) -> Known:
        """Keep what came of the known, unless the store fails. Raises ``WriteConflict`` when somebody wrote since."""
        if not known.store_answers:
            return replace(known, state=made.state)
        try:
            return self.write(made, known, now)
        except WriteConflict:
            raise
        except StoreError as wrong:
            _log.error("the store did not save: %s", type(wrong).__name__)
            return Known(made.state, None, store_answers=False)

    def write(self, made: Written, known: Known, now: datetime) -> Known:
        """Write what was made of the known in its place. Raises ``StoreError``."""
        revision = self._memory.save(self._person, made.text, based_on=known.revision, now=now)
        return Known(made.state, revision, store_answers=True)

    def forget(self) -> None:
        """Forget all of it, what was set aside included. Raises ``StoreError``."""
        self._memory.forget(self._person)
        self._memory.forget(self._person + SET_ASIDE)

    def _newer(self, session_record: object, now: datetime) -> Known:
        stored = self._memory.load(self._person, now=now)
        if stored is None:
            return Known(replace(self._in_session(session_record), unread=False), None, store_answers=True)
        kept = self._decoded(_parsed(stored.record))
        if kept is None:
            is_safe = self._set_aside(stored.record, now)
            return Known(self._in_session(session_record), stored.revision, store_answers=is_safe)
        return Known(self._newest(session_record, kept), stored.revision, store_answers=True)

    def _newest(self, session_record: object, kept: State) -> State:
        """The newer of both; both, when the session knows nothing of what is kept."""
        if is_unread(session_record):
            said = self._decoded(session_record)
            return said.after(kept) if said else kept
        newer = self._decoded(session_record) if is_newer(session_record, kept) else None
        return newer or kept

    def _in_session(self, session_record: object, otherwise: State = NOTHING_KNOWN) -> State:
        """What the session has, where there is nothing better."""
        return (self._decoded(session_record) if session_record else None) or otherwise

    def _set_aside(self, record: str, now: datetime) -> bool:
        """Put a record that we cannot read where it is not written over; whether it is safe there."""
        key = self._person + SET_ASIDE
        try:
            before = self._memory.load(key, now=now)
            self._memory.save(key, record, based_on=before.revision if before else None, now=now)
        except StoreError as wrong:
            _log.error("a record could not be set aside: %s", type(wrong).__name__)
            return False
        return True

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
