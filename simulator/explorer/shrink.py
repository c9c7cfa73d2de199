"""The shortest conversation to a fault: moves are left out for as long as the fault is still met."""

from collections.abc import Callable

from simulator.explorer.move import Move

Holds = Callable[[tuple[Move, ...]], bool]


def shortest(moves: tuple[Move, ...], holds: Holds) -> tuple[Move, ...]:
    """The conversation without every move that the fault does not need; ``holds`` tells whether it is still met.

    Long pieces are tried before short ones, the early ones first.
    """
    size = len(moves) // 2
    while size:
        start = 0
        while start + size <= len(moves):
            shorter = moves[:start] + moves[start + size :]
            if holds(shorter):
                moves = shorter
            else:
                start += 1
        size //= 2
    return moves
