"""Going on: to the next open question, or to the outcome, its message and its card."""

from skill.conversation.acts import Advise, Passing, ReadBack, SoFar
from skill.conversation.cards import card_of, last_told, latest_card
from skill.conversation.offers import offer
from skill.conversation.plain_acts import SOLVED, SOLVED_AT_ONCE
from skill.conversation.reply import Reply
from skill.conversation.state import Case
from skill.conversation.talk import CONFIRM_ORDER_NUMBER, ORDER_NUMBER, TALK_QUESTIONS, Talk
from skill.decision.model import Outcome, Step
from skill.decision.walk import Place
from skill.value import replace


def go_on(talk: Talk, manner: str = "") -> Reply:
    """Ask what is open, or tell the outcome."""
    question = talk.open_question
    if question is None:
        return tell_outcome(talk)
    if question == CONFIRM_ORDER_NUMBER:
        talk.say(ReadBack(talk.state.draft))
    elif question == ORDER_NUMBER and talk.state.draft:
        talk.say(SoFar(talk.state.draft))
        manner = "more"
    if question not in TALK_QUESTIONS or question == CONFIRM_ORDER_NUMBER:
        say_passed_steps(talk)
    return talk.ask(question, manner)


def carry_on(talk: Talk, *, name: bool = True) -> Reply:
    """After a word between: back to the case's open question, or to what else is worth offering."""
    talk.change(pending=None)
    if talk.state.case is not None and talk.open_question is not None:
        return go_on(talk, "rephrase")
    return offer(talk, name=name)


def say_passed_steps(talk: Talk) -> None:
    """Say what is done on the way, at the turn in which the way first leads there, unless it has led further."""
    path = talk.place().path
    since = max((index for index, node in enumerate(path[:-1]) if _is_outcome(talk, node)), default=0)
    for index, node in enumerate(path):
        if isinstance(talk.model.nodes[node], Step) and node not in talk.case.reached:
            if index >= since:
                talk.say(Passing(node))
            talk.case = reached(talk.case, node, talk)


def _is_outcome(talk: Talk, node: str) -> bool:
    return isinstance(talk.model.nodes[node], Outcome)


def tell_outcome(talk: Talk) -> Reply:
    """Tell where the answers have led: the channel in speech, the message on the card.

    A reminder is offered when it is told for the first time, and again while the offer stands.
    """
    say_passed_steps(talk)
    place = talk.place()
    outcome = place.outcome
    if outcome is None:
        raise ValueError("no outcome is reached")
    is_new = outcome.id not in talk.case.reached
    talk.case = settled(reached(talk.case, outcome.id, talk), place)
    talk.outcome = outcome.id
    if is_new:
        talk.release_reminder()
    if outcome.solved or place.channel is None:
        talk.say(SOLVED if _was_advised(talk) else SOLVED_AT_ONCE)
    else:
        if outcome.alarm:
            talk.acts.clear()
        talk.channel = place.channel
        talk.say(Advise(outcome.id, place.channel))
        talk.card = card_of(talk, talk.case, place, outcome, place.channel)
    return talk.close() if outcome.alarm else offer(talk, reminder=is_new or talk.reminder_was_offered)


def advise_again(talk: Talk) -> None:
    """Say once more what the active case was advised last, with its card, if it was advised anything."""
    found = last_told(talk, talk.case)
    if found is None:
        return
    place, outcome = found
    if place.channel:
        talk.outcome, talk.channel = outcome.id, place.channel
        talk.say(Advise(outcome.id, place.channel))
    talk.card = latest_card(talk, talk.case)


def _was_advised(talk: Talk) -> bool:
    """Whether the case has told an outcome before, so that there is something to keep."""
    here = talk.place().path[-1]
    return any(_is_outcome(talk, node) and node != here for node in talk.case.reached)


def reached(case: Case, node_id: str, talk: Talk) -> Case:
    """The case with the time at which the node was first told."""
    return replace(case, reached={node_id: talk.now, **case.reached})


def settled(case: Case, place: Place) -> Case:
    """The case without the answers that do not count where it stands."""
    answers = {question: value for question, value in case.answers.items() if question in place.facts}
    return replace(case, answers=answers)
