"""Who lives with a skill: people, and the devices that they speak to, all on one clock."""

from typing import NamedTuple

from simulator.device.device import Device
from simulator.services.account import USER, Account
from simulator.services.clock import Clock
from simulator.under_test.skill_under_test import SkillUnderTest

ECHO = "echo"
"""The device that somebody speaks to unless told otherwise."""


class Place(NamedTuple):
    """Who speaks, and to which device: its name, its locale, and whether it has a screen."""

    locale: str
    user: str = USER
    device: str = ECHO
    screen: bool = False


class Household:
    """Makes devices. What Alexa keeps of a person is shared by all of that person's devices."""

    def __init__(self, skill: SkillUnderTest, clock: Clock) -> None:
        self.skill = skill
        self._clock = clock
        self._accounts: dict[str, Account] = {}

    def device(self, place: Place) -> Device:
        """A device that was just switched on; raises CannotHear, ModelMissing or ModelUnreadable."""
        locale = place.locale
        model, ears = self.skill.model(locale), self.skill.ears(locale)
        account = self._accounts.setdefault(place.user, Account(place.user, self._clock))
        device = Device(
            self.skill.endpoint,
            model,
            ears,
            locale,
            account=account,
            skill_id=self.skill.skill_id,
            strict=False,
            screen=place.screen,
        )
        if place.device != ECHO:
            device.settings.device = f"{device.settings.device}.{place.device.upper()}"
        return device
