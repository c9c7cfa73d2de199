"""What somebody says about an answer that they wait for: "they never replied", "it's solved".

The same words answer different questions: whether the seller was written to, whether an answer came, whether the
problem is solved. Which one is meant depends on the question that is open, or that opens next.
"""

from skill.conversation.turn import Said

CONTACT = "seller_contact"
"""The fact whose values say how far the contact with the other side has got."""

SETTLED_BY = "settled_by"
"""The fact whose values say what came of it: the money, a new one, a word in writing."""

ABOUT_AN_ANSWER = (CONTACT, "solved", SETTLED_BY)
"""Facts that are about somebody's answer, so about a case that waits for one."""

_IN_GENERAL = {
    "not_yet": (("contacted", "no"),),
    "written": (("contacted", "yes"),),
    "silent": (("contacted", "yes"), ("seller_answered", "no")),
    "answered": (("contacted", "yes"), ("seller_answered", "yes")),
}
_ANSWERED = {"silent": "no", "answered": "yes"}
_THEN_SOLVED = {"seller_answered": "solved", "amazon_answered": "solved", "email_answered": "email_solved"}
WHETHER_ANSWERED = tuple(_THEN_SOLVED)
"""The questions that open when somebody's time to answer is over."""
_ASKS_FOR_SOLVED = ("solved", "email_solved", "device_works")
_ASKS_FOR_A_STEP = ("tried", "checked")
_STEP_DID_IT = {"yes": "solved", "no": "yes"}


def meant(said: Said, question: str | None) -> tuple[Said, ...]:
    """The facts that a fact stands for while this question is open or next."""
    if said.question == CONTACT:
        return _contact(said, question)
    if said.question == SETTLED_BY and question != SETTLED_BY:
        return _settled(said, question)
    if said.question == "solved" and question in _ASKS_FOR_SOLVED:
        return (Said(question, said.value, said.words),)
    if said.question == "solved" and question in _ASKS_FOR_A_STEP:
        return (Said(question, _STEP_DID_IT.get(said.value or ""), said.words),)
    if said.question == "solved" and question in _THEN_SOLVED:
        answered = Said(question, said.value, said.words)
        return (answered, Said(_THEN_SOLVED[question], "yes", said.words)) if said.value == "yes" else (answered,)
    return (said,)


def _settled(said: Said, question: str | None) -> tuple[Said, ...]:
    """What came of it says too that an answer came and that it is solved."""
    if question in _ASKS_FOR_A_STEP:
        return (Said(question, "solved", said.words),)
    if question in _THEN_SOLVED:
        return (Said(question, "yes", said.words), Said(_THEN_SOLVED[question], "yes", said.words), said)
    if question in _ASKS_FOR_SOLVED:
        return (Said(question, "yes", said.words), said)
    return (said,)


def _contact(said: Said, question: str | None) -> tuple[Said, ...]:
    if question in _ASKS_FOR_A_STEP:
        return (Said(question, "no" if said.value == "not_yet" else "yes", said.words),)
    if question in _THEN_SOLVED:
        return (Said(question, _ANSWERED.get(said.value or ""), said.words),)
    return tuple(Said(about, value, said.words) for about, value in _IN_GENERAL.get(said.value or "", ()))
