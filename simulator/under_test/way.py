"""The decision that a skill is making, as a drawing with the way taken so far: for whoever wants to look inside."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["start", "question", "step", "outcome", "solved"]


@dataclass(frozen=True)
class WayNode:
    """A place of the drawing; ``notes`` are short remarks on it, such as the channels of an outcome."""

    id: str
    label: str
    kind: Kind
    notes: tuple[str, ...] = ()
    taken: bool = False
    here: bool = False


@dataclass(frozen=True)
class WayEdge:
    """A way on, with the answer that leads there; ``waits`` when time has to pass first."""

    origin: str
    target: str
    label: str
    waits: bool = False
    taken: bool = False


@dataclass(frozen=True)
class Way:
    """A decision: its title, all places and ways, and the ids of the open question and of the channel chosen."""

    title: str
    nodes: tuple[WayNode, ...]
    edges: tuple[WayEdge, ...]
    asking: str | None = None
    channel: str | None = None
