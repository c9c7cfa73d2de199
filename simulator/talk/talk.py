"""A talk line by line: utterances, and the commands that stand for what cannot be typed."""

from collections.abc import Callable
from dataclasses import replace

from simulator.device.device import Device
from simulator.device.turn_result import TurnResult
from simulator.errors import CommandWrong
from simulator.talk import commands
from simulator.talk.household import Place

SCREEN = "screen"
LONGEST_USER_ID = 255


class Talk:
    """A talk with a skill: somebody speaks to a device, and may change to another one, or be somebody else.

    ``device_for`` makes a new device. One that was left stays as it is, its session too, until somebody comes back.
    """

    def __init__(self, device_for: Callable[[Place], Device], place: Place) -> None:
        self._device_for = device_for
        self._devices = {place: device_for(place)}
        self.place = place

    @property
    def device(self) -> Device:
        """The device that is spoken to."""
        return self._devices[self.place]

    @property
    def places(self) -> tuple[Place, ...]:
        """Everybody and every device there was so far, in the order of their coming."""
        return tuple(self._devices)

    def line(self, line: str) -> TurnResult:
        """The turn that a line brings, with the reminders that fell due meanwhile; the line must not be blank.

        Raises CannotHear, CommandWrong, ModelMissing and ModelUnreadable.
        """
        line = line.strip()
        result = self._command(line) if line.startswith(":") else self.device.say(line)
        return replace(result, utterance=line, rang=(*result.rang, *self.device.ring()))

    def _command(self, line: str) -> TurnResult:
        match line.split():
            case [":locale", locale]:
                return self._move(self.place._replace(locale=locale))
            case [":device", name, *screen] if screen in ([], [SCREEN]):
                return self._turn_to(self._device_named(name, bool(screen)))
            case [":user", user]:
                if len(user) > LONGEST_USER_ID:
                    raise CommandWrong(f"a user id has 1 to {LONGEST_USER_ID} characters, and this has {len(user)}")
                return self._turn_to(self._known_or(self.place._replace(user=user)))
        return commands.run(self.device, " ".join(line.split()))

    def _move(self, place: Place) -> TurnResult:
        """The same device in another locale: what was open on it ends."""
        following = self._device_for(place)
        result = self.device.end(how=f"the device changes to {place.locale}")
        del self._devices[self.place]
        self._devices[place] = following
        self.place = place
        return result

    def _turn_to(self, place: Place) -> TurnResult:
        if place not in self._devices:
            self._devices[place] = self._device_for(place)
        self.place = place
        screen = ", which has a screen" if place.screen else ""
        return self.device.noted(":device", f"{place.user} speaks to {place.device}{screen}")

    def _device_named(self, name: str, screen: bool) -> Place:
        wanted = self.place._replace(device=name, screen=screen)
        known = self._known_or(wanted)
        if screen and not known.screen:
            raise CommandWrong(f"{name} is there already, without a screen: give the one with a screen another name")
        return known

    def _known_or(self, place: Place) -> Place:
        """The place with the locale and screen that this person's device of that name has, if it is there already."""
        same = (known for known in self._devices if (known.user, known.device) == (place.user, place.device))
        return next(same, place)
