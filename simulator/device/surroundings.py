"""What is around a talk: the person, the device with its settings and its screen, and the time."""

from dataclasses import dataclass, replace
from datetime import datetime

from simulator.device.screen import INTERFACES, Screen
from simulator.envelope import Sender
from simulator.services.account import Account
from simulator.services.device_settings import DeviceSettings


@dataclass(frozen=True)
class Surroundings:
    """``screen`` is None on a device that only speaks."""

    locale: str
    account: Account
    settings: DeviceSettings
    screen: Screen | None

    def now(self) -> datetime:
        """The time by the person's clock, where the device stands."""
        return self.account.clock().astimezone(self.settings.zone)

    def seen(self, sender: Sender) -> Sender:
        """The sender with what the device can show, and what it shows."""
        return replace(sender, interfaces=INTERFACES, shown=self.screen.as_context()) if self.screen else sender
