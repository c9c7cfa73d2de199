"""Opening a problem: with what was said in the same breath, and as few words of our own as that leaves room for."""

from skill.conversation.acts import Act, Opened, Resumed, Switched
from skill.conversation.contact import ABOUT_AN_ANSWER
from skill.conversation.facts import problem_of, take_facts
from skill.conversation.naming import called
from skill.conversation.reply import Reply
from skill.conversation.state import Case
from skill.conversation.talk import ORDER_NUMBER, Talk
from skill.conversation.telling import go_on
from skill.conversation.turn import Said, Turn
from skill.decision.model import Model
from skill.decision.walk import with_implied
from skill.value import replace

MANY_FACTS = 3
"""Who says this much at once needs no opening."""
ALL_AT_ONCE = 4
"""Who says this much at once wants the card, and not a question for what can stand there as a gap."""
OPTIONAL = ("tried", "contact_by", "order_number", "ordered")
NAMES_A_PROBLEM = (
    "order_state",
    "change",
    "return_state",
    "account_state",
    "card_state",
    "charge_state",
    "suspicion",
)
"""Facts that name another problem even in the middle of one that knows nothing of them."""
_THINGS = ("item", "device")
"""What a case is about: another one is another case."""


def taken(model: Model, facts: tuple[Said, ...]) -> tuple[Said, ...]:
    """The facts that mean something to a decision."""
    return tuple(said for said in facts if model.takes(said.question) or said.question in ABOUT_AN_ANSWER)


def open_with(talk: Talk, problem: str, turn: Turn) -> Reply:
    """Make the problem the one that is talked about, take what was said with it, and go on."""
    opening = _case_of(talk, problem, turn.facts)
    for question, value in turn.given:
        talk.case = talk.case.with_answer(question, value)
    take_facts(talk, turn.facts)
    if opening and len(turn.facts) >= ALL_AT_ONCE:
        _leave_optional_open(talk)
    if opening and not _says_it_all(talk, opening, turn):
        talk.acts.insert(0, opening)
    return go_on(talk)


def open_by_facts(talk: Talk, problem: str, turn: Turn) -> Reply:
    """Open the problem that facts name, with those of them that mean something to it."""
    return open_with(talk, problem, replace(turn, facts=taken(talk.models[problem], turn.facts)))


def _leave_optional_open(talk: Talk) -> None:
    """What no way depends on is left to the card: the first step, the number, how to get in touch."""
    for question in OPTIONAL:
        if talk.model.takes(question) and question not in with_implied(talk.model, talk.case.answers):
            talk.case = talk.case.with_answer(question, None)


def _says_it_all(talk: Talk, opening: Act, turn: Turn) -> bool:
    """Whether there is more to say than what we have come to: the advice, or a whole list of facts."""
    return talk.open_question is None or (isinstance(opening, Opened) and len(turn.facts) >= MANY_FACTS)


def other_problem(turn: Turn) -> str | None:
    """The other problem that a fact names in the middle of one, or None."""
    named = (problem_of(said) for said in turn.facts if said.question in NAMES_A_PROBLEM)
    return next((problem for problem in named if problem), None)


def _case_of(talk: Talk, problem: str, facts: tuple[Said, ...]) -> Act | None:
    """Make the problem the one that is talked about; what to say of it, or None when it already was.

    A case of that kind that is open goes on, unless the facts name another thing than the one that it is about.
    """
    here = talk.state.case
    if (
        here
        and here.model == problem
        and talk.is_open(here)
        and talk.state.pending is None
        and not _other(here, facts)
    ):
        return None
    leaving = here is not None and talk.is_begun(here)
    keeps_digits = here is None and talk.models[problem].takes(ORDER_NUMBER)
    talk.change(pending=None, draft=talk.state.draft if keeps_digits else "")
    cases = enumerate(talk.state.cases)
    parked = [i for i, case in cases if case.model == problem and talk.is_begun(case) and not _other(case, facts)]
    if parked:
        talk.change(active=parked[-1])
        return Resumed(called(talk.case))
    model = talk.models[problem]
    talk.open_case(Case(problem, model.version))
    for question, value in talk.state.loose.items():
        if model.takes(question):
            talk.case = talk.case.with_answer(question, value)
    talk.change(loose={})
    return Switched(problem) if leaving else Opened(problem)


def _other(case: Case, facts: tuple[Said, ...]) -> bool:
    """Whether the facts name another thing than the one that the case is about."""
    named = ((case.answers.get(said.question), said) for said in facts if said.question in _THINGS)
    return any(
        known and known.lower() not in ((said.value or "").lower(), said.words.lower()) for known, said in named
    )
