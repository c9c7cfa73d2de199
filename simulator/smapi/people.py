"""Who uses the service: whoever holds a token is a person, with an Echo in each locale that they speak to."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http import HTTPStatus
from threading import Lock

from simulator.device.device import Device
from simulator.smapi.errors import CallRefused
from simulator.talk.household import Household, Place

MOST_PEOPLE = 200
"""So many tokens are told apart; nobody needs more on one machine, and each costs memory."""


class People:
    """The devices of all people. A device keeps its session between the turns."""

    def __init__(self, household: Household) -> None:
        self._household = household
        self._devices: dict[Place, Device] = {}
        self._busy: dict[str, Lock] = {}
        self._lock = Lock()

    @contextmanager
    def speaking(self, token: str, locale: str) -> Iterator[Device]:
        """The device of a person, for one turn; raises CallRefused while another turn of theirs is under way.

        Raises CannotHear, ModelMissing and ModelUnreadable as well.
        """
        person = user_id(token)
        busy = self._turn_of(person)
        if not busy.acquire(blocking=False):
            says = "Another simulation of this user is under way: wait for its result, and simulate one at a time."
            raise CallRefused(HTTPStatus.CONFLICT, says)
        try:
            yield self._device(Place(locale, person))
        finally:
            busy.release()

    def _turn_of(self, person: str) -> Lock:
        with self._lock:
            if person not in self._busy and len(self._busy) >= MOST_PEOPLE:
                says = (
                    f"More than {MOST_PEOPLE} different tokens were used: use one again, or start the service anew."
                )
                raise CallRefused(HTTPStatus.TOO_MANY_REQUESTS, says)
            return self._busy.setdefault(person, Lock())

    def _device(self, place: Place) -> Device:
        with self._lock:
            if place not in self._devices:
                self._devices[place] = self._household.device(place)
            return self._devices[place]


def user_id(token: str) -> str:
    """The user id that the skill sees of whoever holds a token; the token cannot be told from it."""
    return f"amzn1.ask.account.{sha256(token.encode()).hexdigest()[:32].upper()}"
