"""The lines that begin with a colon: what happens to a device besides being spoken to."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from simulator.device.device import Device
from simulator.device.turn_result import ShownCard, TurnResult
from simulator.errors import CommandWrong
from simulator.services.device_settings import zone_named
from simulator.talk import app
from simulator.talk.length_of_time import length_of_time


class Command(NamedTuple):
    """How a command is written, what it does, and the doing: it takes the device and the words after the name."""

    form: str
    says: str
    do: Callable[[Device, str], TurnResult]

    @property
    def takes_words(self) -> bool:
        """Whether something follows the name."""
        return " " in self.form


def run(device: Device, line: str) -> TurnResult:
    """Do what a line says; raises CommandWrong for a line that is not written as one of the COMMANDS."""
    name, _, words = line.partition(" ")
    words = words.strip()
    command = BY_NAME.get(name)
    if command is None:
        raise CommandWrong(f"{line!r} is not a command; there are {', '.join(COMMANDS)}")
    if command.takes_words != bool(words):
        raise CommandWrong(f"{line!r} is not a command: write it as {command.form} ({command.says})")
    return command.do(device, words)


def _later(device: Device, words: str) -> TurnResult:
    return device.later(length_of_time(words))


def _reminders(device: Device, _: str) -> TurnResult:
    """The reminders as the app lists them, with the device's local time."""
    zone, ones = device.settings.zone, device.account.reminders_set()
    lines = [f"{one.at.astimezone(zone):%a %Y-%m-%d %H:%M}  {one.text}" for one in ones]
    result = device.noted(":reminders", f"{len(lines)} set" if lines else "none is set")
    return replace(result, card=ShownCard("Reminders", "\n".join(lines))) if lines else result


def _timezone(device: Device, words: str) -> TurnResult:
    device.settings.zone = zone_named(words)
    return device.noted(":timezone", f"the device is in {words}")


def _name(device: Device, words: str) -> TurnResult:
    device.account.put_name_on_file(words)
    return device.noted(":name", "the account holder's name is on file")


def _voice_consent(device: Device, words: str) -> TurnResult:
    if words not in ("on", "off"):
        raise CommandWrong(f"{words!r} is neither on nor off: write it as :voice-consent off")
    device.account.voice_consent = words == "on"
    return device.noted(":voice-consent", f"asking for permissions by voice is {words}")


def _goes_dark(device: Device, words: str) -> TurnResult:
    if words not in ("on", "off"):
        raise CommandWrong(f"{words!r} is neither on nor off: write it as :goes-dark on")
    if device.screen is None:
        raise CommandWrong("this device has no screen: turn to one that has, as with :device show screen")
    device.screen.forgets_to_end = words == "on"
    return device.noted(":goes-dark", f"going dark without a word to the skill is {words}")


def _fault(device: Device, words: str) -> TurnResult:
    service, _, fault = words.partition(" ")
    device.account.faults.put(service, fault.strip())
    return device.noted(":fault", f"{service}: {fault.strip()}")


_OF_A_SESSION = (
    Command(":silence", "say nothing for eight seconds", lambda device, _: device.silence()),
    Command(":launch", "open the skill without asking anything of it", lambda device, _: device.launch()),
    Command(":new", "end the session and begin afresh", lambda device, _: device.end()),
)
_OF_THE_WORLD = (
    Command(":later TIME", "let time pass, e.g. :later 2 days, 3 hours or 90 minutes", _later),
    Command(":timezone ZONE", "move the device to a time zone, e.g. :timezone Europe/Berlin", _timezone),
    Command(":reminders", "list the reminders that are set", _reminders),
    Command(":grant PERMISSION", "allow something in the app, e.g. :grant reminders or :grant name", app.grant),
    Command(":deny PERMISSION", "forbid it", app.deny),
    Command(":voice-consent on|off", "whether Alexa can ask for a permission aloud", _voice_consent),
    Command(":goes-dark on|off", "whether a screen ends a session without telling the skill", _goes_dark),
    Command(":name NAME", "put the account holder's name on file, e.g. :name Account Holder", _name),
    Command(":fault SERVICE KIND", "break one of Alexa's services, e.g. :fault reminders 503; off mends it", _fault),
    Command(":disable", "disable the skill", lambda device, _: app.disable(device)),
    Command(":enable", "enable the skill", lambda device, _: app.enable(device)),
)

OF_THE_TALK = {
    ":locale xx-XX": "end the session and go on in another locale",
    ":device NAME [screen]": "speak to another device, e.g. :device kitchen, or :device show screen",
    ":user ID": "be somebody else, e.g. :user amzn1.ask.account.SECOND",
}
"""The commands that are the talk's own, since another device answers after them."""

COMMANDS = (
    {command.form: command.says for command in _OF_A_SESSION}
    | OF_THE_TALK
    | {command.form: command.says for command in _OF_THE_WORLD}
)
"""The commands as they are written, each with what it does."""

BY_NAME = {command.form.split()[0]: command for command in (*_OF_A_SESSION, *_OF_THE_WORLD)}
