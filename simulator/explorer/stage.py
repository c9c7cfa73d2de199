"""The stage: one person in front of a device, who can be put back to any moment that was seen before."""

import random
from copy import copy, deepcopy
from datetime import date, datetime

from simulator.device.consent import ANSWERS
from simulator.device.device import Device
from simulator.device.turn_result import NOWHERE, Said, TurnResult, Understood
from simulator.ears.ears import FALLBACK_INTENT, Elicitation
from simulator.ears.heard import FALLBACK, Heard
from simulator.explorer.move import Kind, Move
from simulator.explorer.snapshot import Snapshot
from simulator.services.account import Account
from simulator.services.clock import Clock
from simulator.services.permissions import Permissions
from simulator.services.reminder_list import ReminderList
from simulator.under_test.skill_under_test import SkillUnderTest

PERSON = "amzn1.ask.account.EXPLORER"


class Stage:
    """Plays moves, and takes and puts back snapshots.

    What the skill keeps of a person is put back through ``skill.inside``; a skill without it meets somebody new each
    time, who says once more all that led there. Chance begins anew with each turn, so that a skill which leaves its
    wording to it says the same again.
    """

    def __init__(self, skill: SkillUnderTest, locale: str, began: datetime, seed: int) -> None:
        self._inside = skill.inside
        self._seed = seed
        self._people = 0
        self._account = Account(PERSON)
        model = skill.model(locale)
        self._device = Device(
            skill.endpoint,
            model,
            _Deaf(),
            locale,
            account=self._account,
            skill_id=skill.skill_id,
            strict=False,
        )
        self.beginning = Snapshot(None, began, Permissions(), ReminderList())
        self._now = self.beginning

    def put_back(self, snapshot: Snapshot) -> None:
        """Make everything as it was at that moment."""
        if self._inside:
            self._set(snapshot)
            self._inside.put_record(PERSON, snapshot.record, snapshot.now)
            return
        self._people += 1
        self._account.user = f"{PERSON}.{self._people}"
        self._set(self.beginning)
        for move in snapshot.moves:
            self.play(move)

    def play(self, move: Move) -> TurnResult:
        """Make a move; ``snapshot`` is then the moment after it."""
        random.seed(f"{self._seed}/{len(self._now.moves)}")
        result = self._played(move)
        self._now = self._after(move, result)
        return result

    @property
    def snapshot(self) -> Snapshot:
        """The moment that it is now."""
        return self._now

    def _set(self, snapshot: Snapshot) -> None:
        self._account.clock = Clock(lambda: snapshot.now)
        self._account.permissions = deepcopy(snapshot.permissions)
        self._account.reminders = deepcopy(snapshot.reminders)
        self._device.session = copy(snapshot.session)
        self._now = snapshot

    def _after(self, move: Move, result: TurnResult) -> Snapshot:
        now = self._account.clock()
        return Snapshot(
            session=copy(self._device.session),
            now=now,
            permissions=deepcopy(self._account.permissions),
            reminders=deepcopy(self._account.reminders),
            record=self._inside.record_of(self._account.user, now) if self._inside else None,
            speech=result.speech,
            turn=result.turn if result.open else NOWHERE,
            moves=(*self._now.moves, move),
        )

    def _played(self, move: Move) -> TurnResult:
        match move.kind:
            case Kind.LAUNCH:
                return self._device.launch()
            case Kind.INTENT:
                heard = Heard(move.name, {slot.name: slot for slot in move.slots}, "explored")
                return self._device.intent(heard, Said(str(move), Understood.from_ears(heard)))
            case Kind.CONSENT:
                return self._answer_alexa(move)
            case Kind.LEAVE:
                return self._device.end()
            case Kind.LATER:
                return self._device.later(move.by)

    def _answer_alexa(self, move: Move) -> TurnResult:
        words = answer_to_alexa(move, self._device.locale)
        return self._device.say(words) if words else self._device.silence()


def answer_to_alexa(move: Move, locale: str) -> str:
    """What a person says to a question of Alexa's own; empty for silence."""
    ways = next((ways for outcome, ways in ANSWERS.items() if outcome == move.name), {"en": ("",)})
    return ways.get(locale[:2], ways["en"])[0]


class _Deaf:
    """Ears for a device that nobody speaks to: what it is to have heard is told it."""

    def hear(self, utterance: str, *, today: date, eliciting: Elicitation | None = None) -> Heard:  # noqa: ARG002
        return Heard(FALLBACK_INTENT, {}, FALLBACK)
