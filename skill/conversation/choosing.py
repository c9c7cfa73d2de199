"""Which case is meant: by a word, by its kind, by its place in the list, or asked."""

from collections.abc import Callable

from skill.conversation.cases import ask_to_forget, close_case, go_on_with, send_again, status
from skill.conversation.listing import listed, name_cases, no_cases
from skill.conversation.naming import is_meant
from skill.conversation.plain_acts import NO_SUCH_CASE
from skill.conversation.reply import Reply
from skill.conversation.talk import WHICH_CASE, Talk
from skill.conversation.turn import Intention, Turn

_MOVES: dict[Intention, Callable[[Talk], Reply]] = {
    Intention.STATUS: status,
    Intention.CONTINUE: go_on_with,
    Intention.CLOSE_CASE: close_case,
    Intention.SEND_AGAIN: send_again,
    Intention.FORGET_CASE: ask_to_forget,
}
"""What can be done with the one case that is meant."""


def list_cases(talk: Talk) -> Reply:
    """Name the open cases, and ask which one."""
    indexes = listed(talk)
    if not indexes:
        return no_cases(talk)
    if len(indexes) == 1:
        return _do(talk, indexes[0], Intention.STATUS)
    name_cases(talk, indexes)
    talk.change(active=None)
    return talk.put(WHICH_CASE, then=Intention.STATUS.value)


def with_case(talk: Talk, turn: Turn) -> Reply:
    """Do what the person wants with the case that they mean; ask which one where that isn't clear."""
    intention = turn.intention
    pending = talk.state.pending
    if pending and pending.question == WHICH_CASE and pending.then and intention is Intention.CONTINUE:
        intention = Intention(pending.then)
    indexes = listed(talk)
    if not indexes and intention is Intention.FORGET_CASE:
        indexes = list(range(len(talk.state.cases)))
    if not indexes:
        return no_cases(talk)
    meant = _meant(talk, turn, indexes)
    if len(meant) == 1:
        return _do(talk, meant[0], intention)
    if not meant:
        talk.say(NO_SUCH_CASE)
        if len(indexes) == 1:
            return _do(talk, indexes[0], Intention.STATUS)
    name_cases(talk, meant or indexes)
    return talk.put(WHICH_CASE, then=intention.value)


def is_known(talk: Talk, turn: Turn) -> bool:
    """Whether there is a case that the turn may mean."""
    return bool(_meant(talk, turn, listed(talk)))


def names_a_case(turn: Turn) -> bool:
    """Whether the turn says which case it is about."""
    return bool(turn.ordinal or turn.problem or _item(turn))


def _item(turn: Turn) -> str:
    return next((said.words or said.value or "" for said in turn.facts if said.question in ("item", "device")), "")


def _meant(talk: Talk, turn: Turn, indexes: list[int]) -> list[int]:
    """The cases that the turn may mean; the active one where it names none."""
    if turn.ordinal:
        place = turn.ordinal - 1 if turn.ordinal > 0 else turn.ordinal
        return [indexes[place]] if -len(indexes) <= place < len(indexes) else []
    words = _item(turn)
    by_word = [index for index in indexes if words and is_meant(talk.state.cases[index], words)]
    if by_word:
        return by_word
    if turn.problem:
        return [index for index in indexes if talk.state.cases[index].model == turn.problem]
    if words:
        return []
    return [talk.state.active] if talk.state.active in indexes and len(indexes) > 1 else indexes


def _do(talk: Talk, index: int, intention: Intention) -> Reply:
    talk.change(active=index, pending=None, draft="" if index != talk.state.active else talk.state.draft)
    return _MOVES[intention](talk)
