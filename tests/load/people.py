"""People who talk to the service at the same time, each turn of theirs held against the truth.

Somebody says a whole script, comes back twice to the open case, and makes room for somebody new. In a household two
devices say a script each, both at the same moment, turn by turn.
"""

import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from itertools import zip_longest
from threading import Event
from uuid import uuid4

from simulator.envelope import Json
from tests.load.sender import Answered, Connection, Echo
from tests.load.talks import Recorded
from tests.load.tally import Tally
from tests.load.truth import Exchange, Truth
from tests.web.signing import Signer


@dataclass
class Crowd:
    """What people share: where the service is, what they say, how long they think, and what came of it.

    ``expected`` is what may be kept of each person who is done; ``over`` ends the talks after the turn under way.
    """

    port: int
    signer: Signer
    services: str
    talks: Sequence[Recorded]
    pause_seconds: float
    tally: Tally = field(default_factory=Tally)
    over: Event = field(default_factory=Event)
    expected: dict[str, list[str | None]] = field(default_factory=dict)

    def think(self, chance: random.Random) -> None:
        """Pause as people do, for no fixed time."""
        self.over.wait(chance.uniform(0, 2 * self.pause_seconds))

    def connection(self) -> Connection:
        """A connection of somebody's own."""
        return Connection(self.port, self.signer)


def one_by_one(crowd: Crowd, seed: int) -> None:
    """One person after the other, until it is over."""
    chance = random.Random(seed)
    with closing(crowd.connection()) as connection:
        while not crowd.over.is_set():
            talk = chance.choice(crowd.talks)
            person = _somebody()
            truth = Truth()
            whole = _say(crowd, connection, Echo(person, f"{person}.echo", crowd.services), truth, talk, chance)
            crowd.expected[person] = truth.records(person)
            if whole:
                crowd.tally.count(f"talks in {talk.language}")


def _say(
    crowd: Crowd, connection: Connection, echo: Echo, truth: Truth, talk: Recorded, chance: random.Random
) -> bool:
    """Say the talk and come back to it; whether it was said to its end."""
    afresh = False
    for recorded in (*talk.asks, *talk.returns):
        if crowd.over.is_set():
            return False
        sent = echo.envelope(recorded, afresh=afresh)
        answered = connection.post(sent)
        afresh = not check(crowd.tally, truth, [sent], [answered], talk.name)
        if answered.envelope is not None:
            echo.heard(answered.envelope)
        crowd.think(chance)
    return True


def check(tally: Tally, truth: Truth, sent: Sequence[Json], answered: Sequence[Answered], name: str) -> bool:
    """Count the answers to what was said at the same moment, and say whether all came and the truth has them."""
    for one in answered:
        tally.answered(one)
    pairs = [Exchange(envelope, one.envelope) for envelope, one in zip(sent, answered, strict=True)]
    if not truth.explains(pairs):
        tally.is_wrong(f"{name}: another answer than the skill gives")
    return all(one.status == 200 for one in answered)


def two_at_once(crowd: Crowd, seed: int) -> None:
    """One household after the other: two devices, a script each, both at the same moment."""
    chance = random.Random(seed)
    with ExitStack() as open_, ThreadPoolExecutor(2) as both:
        connections = [open_.enter_context(closing(crowd.connection())) for _ in range(2)]
        while not crowd.over.is_set():
            talks = [chance.choice(crowd.talks) for _ in connections]
            person, truth = _somebody(), Truth()
            echoes = [Echo(person, f"{person}.{number}", crowd.services) for number in range(2)]
            for turns in zip_longest(talks[0].asks, talks[1].asks):
                if crowd.over.is_set():
                    break
                speaking = [place for place, turn in enumerate(turns) if turn]
                sent = [echoes[place].envelope(turns[place]) for place in speaking]
                answered = list(both.map(Connection.post, [connections[place] for place in speaking], sent))
                check(crowd.tally, truth, sent, answered, " and ".join(talk.name for talk in talks))
                for place, one in zip(speaking, answered, strict=True):
                    if one.envelope is not None:
                        echoes[place].heard(one.envelope)
                crowd.think(chance)
            crowd.expected[person] = truth.records(person)
            crowd.tally.count("households")


def _somebody() -> str:
    return f"amzn1.ask.account.{uuid4().hex.upper()}"
