"""The skill as a function on AWS Lambda: settings, logs, figures, and what a snapshot needs.

docs/lambda.md tells what happens at the start and in each turn.
"""

import logging
import sys
from collections.abc import Mapping
from contextlib import suppress
from time import perf_counter, time
from typing import Any, TextIO

from skill.alexa.door import Handler
from skill.alexa.failures import without_words
from skill.bootstrap import build_skill, build_store
from skill.counting import CountedStore, ErrorCount
from skill.errors import CaseCompassError, NotFromAlexa, SettingsWrong
from skill.in_time import LIMITS
from skill.logs import in_request, log_as_json
from skill.metrics import Counts, asked, metric_line, told
from skill.settings import SKILL_ID, STORE, Settings

FUNCTION_NAME = "AWS_LAMBDA_FUNCTION_NAME"
INITIALIZATION_TYPE = "AWS_LAMBDA_INITIALIZATION_TYPE"
SNAP_START = "snap-start"
NEEDED_MILLISECONDS = LIMITS.turn * 1000 + 300
"""The longest turn, and the time to hand its answer over."""

_log = logging.getLogger(__name__)


def start(environment: Mapping[str, str], out: TextIO) -> Handler:
    """The function's handler: ``(event, context) -> response envelope``.

    ``out`` takes logs and figures, one JSON object a line. Where Lambda did not name the function (on a developer's
    machine) the handler is the bare skill, and logging is left as it is. Raises ``SettingsWrong``, which Lambda logs.
    """
    settings = Settings.from_environment(environment)
    skill_id, name = settings.skill_id, environment.get(FUNCTION_NAME)
    if not skill_id:
        raise SettingsWrong(
            f"{SKILL_ID} is not set: without it, requests to any other skill would be answered."
            " Set it in the function's environment, to the id in the developer console (amzn1.ask.skill...)"
        )
    if not name:
        return build_skill(settings)
    log_as_json(out, "INFO")
    if not settings.dynamodb_table:
        _log.warning("%s names no DynamoDB table: cases are lost whenever Lambda ends a process", STORE)
    is_snapshot = environment.get(INITIALIZATION_TYPE) == SNAP_START
    if is_snapshot:
        _load_for_snapshot(settings, skill_id)
    return _Function(settings, name, out, wakes_from_snapshot=is_snapshot)


def _load_for_snapshot(settings: Settings, skill_id: str) -> None:
    from skill.rehearsal import load_everything, rehearse
    from skill.storage.memory import MemoryStore

    load_everything()
    rehearse(build_skill(settings, MemoryStore()), skill_id)


class _Function:
    """Answers one turn after the other: Lambda never has two at a time in one process."""

    def __init__(self, settings: Settings, name: str, out: TextIO, *, wakes_from_snapshot: bool) -> None:
        self._store = CountedStore(build_store(settings))
        self._skill = build_skill(settings, self._store)
        self._name = name
        self._out = out
        self._wakes_from_snapshot = wakes_from_snapshot
        self._is_first = True
        self._was_refused = False
        self._errors = ErrorCount()
        logging.getLogger().addHandler(self._errors)

    def __call__(self, event: Any, context: Any = None) -> dict[str, Any]:
        """One turn, and its figures. Lambda logs what is raised, which never holds what a person said."""
        began = perf_counter()
        request_id = str(getattr(context, "aws_request_id", "unknown"))
        self._errors.count, self._store.failures, self._was_refused = 0, 0, False
        answer = None
        with in_request(request_id):
            try:
                self._wake(context)
                answer = self._answer(event, context)
            finally:
                self._tell(event, answer, request_id, perf_counter() - began)
                self._is_first = False
        return answer

    def _wake(self, context: Any) -> None:
        """What the first turn of a process has to see to."""
        if not self._is_first:
            return
        if self._wakes_from_snapshot and "random" in sys.modules:
            sys.modules["random"].seed()  # or all copies of the snapshot would go on with the same chance
        left = context.get_remaining_time_in_millis() if context else NEEDED_MILLISECONDS
        if left < NEEDED_MILLISECONDS:
            _log.warning(
                "%d ms are left and a turn may take %d: let the function have 7 s", left, NEEDED_MILLISECONDS
            )

    def _answer(self, event: Any, context: Any) -> dict[str, Any]:
        try:
            return self._skill(event, context)
        except NotFromAlexa as refusal:
            self._was_refused = True
            _log.warning("refused: %s", refusal)
            raise
        except CaseCompassError:
            raise
        except Exception as wrong:
            _log.error("a turn failed: %s", without_words(wrong))
            raise CaseCompassError("a turn failed; the log says where") from None

    def _tell(self, event: Any, answer: Any, request_id: str, seconds: float) -> None:
        counts = Counts(seconds * 1000, self._is_first, self._was_refused, self._errors.count, self._store.failures)
        line = metric_line(self._name, request_id, asked(event), told(event, answer), counts, int(time() * 1000))
        with suppress(OSError, ValueError):  # figures must not cost the answer
            self._out.write(f"{line}\n")
            self._out.flush()
