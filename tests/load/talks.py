"""The scripts as what Alexa sends: request envelopes to be sent again, by other people and at other times."""

from collections.abc import Iterable
from typing import NamedTuple

from simulator.envelope import SKILL_ID, Json
from simulator.services.account import Account
from simulator.services.clock import Clock
from simulator.talk.household import Place
from simulator.talk.talk import Talk
from simulator.under_test.endpoint import Endpoint, HandlerEndpoint
from skill.bootstrap import build_skill
from skill.settings import Settings
from tests.scripts.doors import device_of
from tests.scripts.script import Script

COMMANDS = (":silence", ":grant", ":name")
"""What else a line of a script may be: the others let time pass, or change who speaks."""
YES = {"de": "ja", "en": "yes"}


class Recorded(NamedTuple):
    """A talk: the envelopes in their order, and those of somebody who comes back to it twice."""

    name: str
    language: str
    asks: tuple[Json, ...]
    returns: tuple[Json, ...]


class _Recorder:
    """An endpoint that keeps what was said to it. Skill events, which are in no session, are nobody's turn."""

    def __init__(self, skill: Endpoint) -> None:
        self._skill = skill
        self.sent: list[Json] = []

    def send(self, envelope: Json) -> Json:
        """Let the skill answer."""
        if "session" in envelope:
            self.sent.append(envelope)
        return self._skill.send(envelope)


def can_be_said_today(script: Script) -> bool:
    """Whether the talk is one person's, on one device, in one go."""
    return not any(
        line.later or line.at or (line.you.startswith(":") and not line.you.startswith(COMMANDS))
        for line in script.talk
    )


def recorded(scripts: Iterable[Script]) -> list[Recorded]:
    """Each script that can be said today, said once to the skill in this process."""
    skill = HandlerEndpoint(build_skill(Settings(skill_id=SKILL_ID)))
    return [_talked(script, skill) for script in scripts if can_be_said_today(script)]


def _talked(script: Script, skill: Endpoint) -> Recorded:
    recorder = _Recorder(skill)
    account = Account(f"amzn1.ask.account.RECORDED.{script.locale}.{script.name}"[:255], Clock())
    talk = Talk(lambda place: device_of(account, recorder, place.locale), Place(script.locale))
    for line in script.talk:
        talk.line(line.you)
    talk.device.end()
    said = len(recorder.sent)
    language = script.locale.partition("-")[0]
    for _ in range(2):
        talk.device.launch()
        talk.device.say(YES[language])
        talk.device.end()
    return Recorded(script.name, language, tuple(recorder.sent[:said]), tuple(recorder.sent[said:]))
