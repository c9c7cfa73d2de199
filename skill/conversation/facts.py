"""Taking facts: whatever the person volunteers is taken, and what is known is not asked."""

from skill.conversation.acts import Changed, Noted, Odd, SoFar
from skill.conversation.contact import CONTACT, meant
from skill.conversation.order_number import gather
from skill.conversation.plain_acts import NOT_NEEDED
from skill.conversation.talk import ORDER_NUMBER, Talk
from skill.conversation.turn import Said
from skill.conversation.values import Strange, Taken, take
from skill.decision.expects import Choice, Digits, Number, PastDate
from skill.decision.model import Question
from skill.decision.models.questions import ORDER_NUMBER_DIGITS, QUESTIONS

_PROBLEM_OF = {
    "device": "device_help",
    "trouble": "device_help",
    "status": "lost_package",
    "order_state": "order_problem",
    "change": "change_order",
    "return_state": "return_refund",
    "account_state": "account_access",
    "card_state": "gift_card",
    "charge_state": "payment",
    "charged": "payment",
    "amount": "payment",
    "suspicion": "suspicious_contact",
    "gave": "suspicious_contact",
    "stage": "contact_seller",
    "topic": "contact_seller",
    "question": "contact_seller",
    CONTACT: "contact_seller",
}
_PROBLEM_OF_A_MATTER = {"missing": "lost_package", "refund": "return_refund", "other": "contact_seller"}


def problem_of(said: Said) -> str | None:
    """The problem that a fact names when none was named yet, or None; a choice that was not understood names none."""
    question = QUESTIONS.get(said.question)
    if said.value is None and question and isinstance(question.expects, Choice):
        return None
    if said.question == "matter":
        return _PROBLEM_OF_A_MATTER.get(said.value or "", "damaged_item")
    return _PROBLEM_OF.get(said.question)


_DATES = tuple(id_ for id_, question in QUESTIONS.items() if isinstance(question.expects, PastDate))


TICKET = "ticket"
MOST_OF_TICKETS = 200
"""Characters of all ticket numbers of a case together."""
MATTER = "matter"
_MATTER_OF_A_PROBLEM = {"lost_package": "missing", "damaged_item": "damaged", "return_refund": "refund"}


def matter_of(problem: str, facts: tuple[Said, ...]) -> tuple[Said, ...]:
    """A problem that answers the question what the matter with an order is, as facts; nothing for any other."""
    if problem not in _MATTER_OF_A_PROBLEM:
        return ()
    told = any(said.question == MATTER and said.value for said in facts)
    return facts if told else (*facts, Said(MATTER, _MATTER_OF_A_PROBLEM[problem]))


def problem_meant(problem: str, facts: tuple[Said, ...]) -> str:
    """The problem that an opening means: something that "arrived missing" is a package that is lost."""
    matters = (said.value for said in facts if said.question == MATTER and said.value)
    others = (_PROBLEM_OF_A_MATTER[matter] for matter in matters if matter in ("missing", "refund"))
    return next(others, problem) if problem == "damaged_item" else problem


def take_facts(talk: Talk, facts: tuple[Said, ...]) -> bool:
    """Take every fact that means something to the active case; say what was noted, changed or can't be.

    Returns whether anything was understood.
    """
    noted: list[tuple[str, str]] = []
    changed: list[tuple[str, str]] = []
    strangers = 0
    understood = False
    for said in _meant(talk, facts):
        question = talk.question(said.question)
        if question is None:
            strangers += 1
        elif isinstance(question.expects, Digits):
            understood |= take_digits(talk, said)
        else:
            understood |= _take(talk, question, said, noted, changed)
    if changed:
        talk.say(Changed(_in_order(changed)))
    if noted:
        talk.say(Noted(_in_order(noted)))
    if strangers and not understood:
        talk.say(NOT_NEEDED)
    return understood or strangers > 0


def _in_order(facts: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The facts in the order in which one tells them: the thing first, however the slots came."""
    order = list(QUESTIONS)
    return tuple(sorted(facts, key=lambda fact: order.index(fact[0])))


def _take(
    talk: Talk, question: Question, said: Said, noted: list[tuple[str, str]], changed: list[tuple[str, str]]
) -> bool:
    taken = take(question, said, talk.today)
    if taken is None:
        return False
    if isinstance(taken, Strange):
        talk.say(_odd(question, taken.reason))
        return True
    before = talk.case.answers.get(question.id)
    if question.id == TICKET:
        talk.case = talk.case.with_answer(TICKET, _one_more(before, taken.value))
        noted.append((TICKET, taken.value))
        return True
    talk.case = talk.case.with_answer(question.id, taken.value)
    where = changed if before not in (None, taken.value) else noted
    where.append((question.id, taken.value))
    return True


def _one_more(known: str | None, ticket: str) -> str:
    """The ticket numbers with one more, unless it is known; the oldest go when there are too many to keep."""
    numbers = known.split(", ") if known else []
    if ticket not in numbers:
        numbers.append(ticket)
    while len(", ".join(numbers)) > MOST_OF_TICKETS:
        numbers.pop(0)
    return ", ".join(numbers)


def _odd(question: Question, reason: str) -> Odd:
    expects = question.expects
    if isinstance(expects, Number):
        return Odd(reason, expects.lowest, expects.highest)
    return Odd(reason)


def _meant(talk: Talk, facts: tuple[Said, ...]) -> tuple[Said, ...]:
    """The facts by the questions that they are about.

    A bare date is about the date that is asked for, or the one said last.
    """
    question = talk.open_question or talk.next_question()
    return tuple(meaning for said in facts for meaning in meant(_dated(talk, said, question), question))


def _dated(talk: Talk, said: Said, question: str | None) -> Said:
    if said.question != "date":
        return said
    last = next((known for known in reversed(list(talk.case.answers)) if known in _DATES), "ordered")
    return Said(question if question in _DATES else last, said.value, said.words)


def take_loose(talk: Talk, facts: tuple[Said, ...]) -> bool:
    """Keep facts that were told before the problem was named. Returns whether any was understood."""
    kept: dict[str, str] = {}
    for said in facts:
        question = QUESTIONS.get(said.question)
        taken = take(question, said, talk.today) if question else None
        if question and isinstance(taken, Taken):
            kept[question.id] = taken.value
    digits = kept.pop(ORDER_NUMBER, None)
    if digits:
        gather_digits(talk, digits)
        talk.say(SoFar(talk.state.draft))
    talk.change(loose={**talk.state.loose, **kept})
    if kept:
        talk.say(Noted(tuple(kept.items())))
    return bool(kept or digits)


def take_digits(talk: Talk, said: Said) -> bool:
    """Take digits for the order number of the active case. Returns whether there were any."""
    if not said.value:
        return False
    gather_digits(talk, said.value)
    talk.case = talk.case.without_answer(ORDER_NUMBER)
    return True


def gather_digits(talk: Talk, digits: str) -> None:
    """Add digits to the order number that is being read out."""
    draft = gather(talk.state.draft, digits, ORDER_NUMBER_DIGITS)
    if draft.too_many:
        talk.say(Odd("too_many_digits"))
    talk.change(draft=draft.digits)
