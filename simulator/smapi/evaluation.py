"""An evaluation: every utterance of an annotation set is heard, and compared with what was expected.

The specification says that a test fails when intent and slots are not the expected ones. Here every slot that the
annotation names must be as expected, and slots that it does not name may hold anything. A slot is as expected when
the text is its value, or the name or the id of a value that entity resolution found; capitals do not matter.
Source: nlu-evaluation-api-reference.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

from simulator.ears.ears import Ears
from simulator.ears.heard import Heard, HeardSlot
from simulator.envelope import Json
from simulator.smapi.annotations import Annotation, ExpectedIntent
from simulator.smapi.timestamps import as_text

Status = Literal["PASSED", "FAILED"]


@dataclass(frozen=True)
class TestCase:
    """One utterance with what was expected and what was heard."""

    __test__ = False

    annotation: Annotation
    heard: Heard
    passed: bool

    @property
    def status(self) -> Status:
        """PASSED or FAILED."""
        return "PASSED" if self.passed else "FAILED"

    @property
    def expected_intents(self) -> tuple[str, ...]:
        """The names of the intents that would have done."""
        return tuple(expected.intent.name for expected in self.annotation.expected)

    def as_json(self) -> Json:
        """The ``v1.skill.nlu.evaluations.TestCase``."""
        written = self.annotation.as_json()
        slots = {
            slot.name: {"name": slot.name, "value": slot.value, "confirmationStatus": "NONE"}
            for slot in self.heard.slots.values()
            if slot.value is not None
        }
        actual = {"name": self.heard.intent, "confirmationStatus": "NONE", "slots": slots}
        expected = [_expected_json(one.intent) for one in self.annotation.expected]
        return {
            "status": self.status,
            "inputs": written["inputs"],
            "actual": {"intent": actual},
            "expected": expected,
        }


@dataclass(frozen=True)
class Evaluation:
    """An evaluation that has ended; the moments are aware."""

    locale: str
    annotation_set: str
    started: datetime
    ended: datetime
    cases: tuple[TestCase, ...]

    @property
    def failed(self) -> int:
        """How many test cases failed."""
        return sum(not case.passed for case in self.cases)

    def as_json(self) -> Json:
        """The ``v1.skill.nlu.evaluations.EvaluationEntity``."""
        source = {"annotationId": self.annotation_set}
        return {
            "startTimestamp": as_text(self.started),
            "endTimestamp": as_text(self.ended),
            "status": "FAILED" if self.failed else "PASSED",
            "inputs": {"locale": self.locale, "stage": "development", "source": source},
        }


def run(annotations: Sequence[Annotation], ears: Ears, today: date) -> tuple[TestCase, ...]:
    """Hear every utterance, on the (UTC) day that it names, or else today."""
    return tuple(_case(annotation, ears, today) for annotation in annotations)


def _case(annotation: Annotation, ears: Ears, today: date) -> TestCase:
    moment = annotation.inputs.referenceTimestamp
    heard = ears.hear(annotation.inputs.utterance, today=moment.astimezone(UTC).date() if moment else today)
    passed = any(_as_expected(heard, expected.intent) for expected in annotation.expected)
    return TestCase(annotation, heard, passed)


def _as_expected(heard: Heard, expected: ExpectedIntent) -> bool:
    return heard.intent == expected.name and all(
        slot.text.casefold() in _held(heard.slots.get(name)) for name, slot in expected.slots.items()
    )


def _held(slot: HeardSlot | None) -> set[str]:
    """Everything that the content of a slot may be called; an empty text when it has none."""
    if slot is None or slot.value is None:
        return {""}
    resolved = slot.resolution.values if slot.resolution else ()
    return {text.casefold() for text in (slot.value, *(text for pair in resolved for text in pair))}


def _expected_json(intent: ExpectedIntent) -> Json:
    return {"intent": {"name": intent.name, "slots": {name: {"value": s.text} for name, s in intent.slots.items()}}}
