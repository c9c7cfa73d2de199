"""The shortest conversation: what a fault does not need is left out."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.explorer.move import Kind, Move
from simulator.explorer.shrink import shortest


def said(*names: str) -> tuple[Move, ...]:
    return tuple(Move(Kind.INTENT, name) for name in names)


@given(st.lists(st.sampled_from("abcxyz"), max_size=12))
def test_only_what_is_needed_is_left_in_its_order(names: list[str]) -> None:
    def holds(moves: tuple[Move, ...]) -> bool:
        told = [move.name for move in moves]
        return "x" in told and "y" in told[told.index("x") :]

    moves = said(*names)
    assert shortest(moves, holds) == (said("x", "y") if holds(moves) else moves)


def test_a_conversation_that_needs_all_of_its_turns_stays() -> None:
    moves = said("a", "b", "c", "d")
    assert shortest(moves, lambda shorter: shorter == moves) == moves
