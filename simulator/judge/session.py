"""Rules of the session: a question keeps it open, all else closes it; its end and an event are not answered."""

import re
from collections.abc import Iterator

from simulator.finding import CERTIFICATION, EVENTS, REQUEST_TYPES, RESPONSE, SESSION, Finding
from simulator.judge.case import Case
from simulator.plain_text import plain_text

_QUESTION = re.compile("[?\uff1f\u061f][\"'\u201c\u201d\u2019\u00bb\u00ab)\\s]*$")


def session_rules(case: Case) -> Iterator[Finding]:
    """Every rule that joins what is said with whether the session stays open."""
    if not is_answered(case.request_type):
        yield from _nobody_listens(case)
        return
    yield from _emptiness(case)
    yield from _reprompt(case)
    yield from _question(case)


def is_answered(request_type: str) -> bool:
    """Whether somebody listens to the answer to such a request."""
    return request_type != "SessionEndedRequest" and not request_type.startswith("AlexaSkillEvent.")


def is_question(speech: str) -> bool:
    """Whether the last thing heard is a question."""
    return bool(_QUESTION.search(plain_text(speech)))


def _nobody_listens(case: Case) -> Iterator[Finding]:
    body = case.body
    for name, there in (
        ("outputSpeech", body.output_speech),
        ("reprompt", body.reprompt),
        ("card", body.card),
        ("directives", body.directives),
        ("shouldEndSession: false", body.open),
    ):
        if not there:
            continue
        says = f"{case.request_type} cannot be answered, and this answer has {name}"
        if case.request_type == "SessionEndedRequest":
            yield Finding("session-ended-answered", says, REQUEST_TYPES)
        else:
            yield Finding("event-answered", says, EVENTS)


def _emptiness(case: Case) -> Iterator[Finding]:
    body = case.body
    if body.absent and not (body.output_speech or body.reprompt or body.card or body.directives):
        yield Finding("empty", "the response says nothing and has no shouldEndSession", RESPONSE)


def _reprompt(case: Case) -> Iterator[Finding]:
    body = case.body
    if body.reprompt and not body.open:
        yield Finding("reprompt-closed", "there is a reprompt, but shouldEndSession is not false", RESPONSE)
    delegates = any(directive.type == "Dialog.Delegate" for directive in body.directives)
    if body.open and not body.reprompt and not delegates:
        says = "the session stays open without a reprompt: after silence a person would hear nothing"
        yield Finding("open-without-reprompt", says, CERTIFICATION)


def _question(case: Case) -> Iterator[Finding]:
    speech = case.body.output_speech
    if speech and not case.body.open and is_question(speech.spoken):
        says = "the speech ends with a question, but the session does not stay open for the answer"
        yield Finding("question-closed", says, SESSION if case.body.absent else CERTIFICATION)
