"""How far an exploration goes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bound:
    """``states`` to visit, ``seconds`` by the clock, ``depth`` in turns of a conversation.

    ``values`` is how many values of a slot are tried, and ``share`` how many moves are made at a visit besides those
    that every state has to stand. What ends by ``seconds`` depends on the machine, and is not the same every time.
    """

    states: int = 2_000
    seconds: float = 600.0
    depth: int = 40
    values: int = 2
    share: int = 40
