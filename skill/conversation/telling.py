"""Going on: to the next open question, or to the outcome, its message and its card."""

from dataclasses import replace

from skill.conversation.acts import SOLVED, SOLVED_AT_ONCE, Advise, Card, Passing, ReadBack, SoFar
from skill.conversation.reply import Reply
from skill.conversation.state import Case
from skill.conversation.talk import CONFIRM_ORDER_NUMBER, ORDER_NUMBER, RESUME, WHICH_PROBLEM, Talk
from skill.decision.message import true_paragraphs, true_parts
from skill.decision.model import Model, Outcome, Step
from skill.decision.models.channels import CHANNELS
from skill.decision.walk import Place, walk


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
    if question not in (WHICH_PROBLEM, RESUME):
        say_passed_steps(talk)
    return talk.ask(question, manner)


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
    """Tell where the answers have led: the channel in speech, the message on the card."""
    say_passed_steps(talk)
    place = talk.place()
    outcome = place.outcome
    if outcome is None:
        raise ValueError("no outcome is reached")
    talk.case = settled(reached(talk.case, outcome.id, talk), place)
    talk.outcome = outcome.id
    if outcome.solved or place.channel is None:
        talk.say(SOLVED if _was_advised(talk) else SOLVED_AT_ONCE)
    else:
        if outcome.alarm:
            talk.acts.clear()
        talk.channel = place.channel
        talk.say(Advise(outcome.id, place.channel))
        talk.card = card_for(talk.model, place, outcome, place.channel)
    return talk.close() if outcome.alarm else offer_the_other(talk)


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


def offer_the_other(talk: Talk) -> Reply:
    """Close, or ask about the problem that was set aside when another one came up."""
    others = ((index, case) for index, case in enumerate(talk.state.cases) if index != talk.state.active)
    waiting = [index for index, case in others if talk.is_begun(case)]
    if not waiting:
        return talk.close()
    talk.change(offered=waiting[-1])
    return talk.ask(RESUME)


def card_for(model: Model, place: Place, outcome: Outcome, channel: str) -> Card:
    """The card of an outcome: only parts that are true of this case."""
    message = model.messages[outcome.id, channel]
    steps = true_parts((*model.first_steps, *outcome.steps), place.facts)
    return Card(
        outcome=outcome.id,
        channel=channel,
        subject=message.subject.id if message.subject else None,
        paragraphs=true_paragraphs(message, place.facts),
        steps=tuple(dict.fromkeys(steps)),
        facts=place.facts,
        channel_facts=CHANNELS[channel].facts,
    )


def latest_card(talk: Talk, case: Case) -> Card | None:
    """The card of the outcome that a case told last, or None when it has told none."""
    model = talk.models[case.model]
    place = walk(model, case.answers)
    if place.outcome is None or place.channel is None or place.outcome.id not in case.reached:
        return None
    return card_for(model, place, place.outcome, place.channel)
