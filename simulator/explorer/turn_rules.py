"""What must hold of every turn, whatever state it began in.

Sources: certification-requirements-for-custom-skills for help and stop, request-types-reference for the rest; what is
refused is the judge's business.
"""

from collections.abc import Callable, Iterator

from simulator.device.turn_result import NOWHERE
from simulator.envelope import Json
from simulator.explorer.finding import Fault, Turn
from simulator.explorer.move import FALLBACK, HELP, REPEAT, STOP, Kind
from simulator.judge.response import as_object

SLOW_MS = 3_000.0
"""An answer that takes longer leaves too little of Alexa's eight seconds for the network and a cold start."""
_KEEPS = frozenset({HELP, FALLBACK, REPEAT})
"""Intents that bring nothing, so that they may take nothing away."""

Rule = Callable[[Turn], Iterator[Fault]]


def turn_faults(turn: Turn) -> list[Fault]:
    """Everything that is wrong with a turn; a turn without an answer has no other faults."""
    faults = [*_failure(turn), *_logged(turn), *_refusals(turn)]
    if faults or not turn.is_heard:
        return faults
    return [fault for rule in RULES for fault in rule(turn)]


def _failure(turn: Turn) -> Iterator[Fault]:
    if turn.result.failure:
        cause = turn.result.failure.__cause__
        kind = type(cause).__name__ if cause else turn.result.failure.error_type
        yield Fault("failure", f"{turn.move.name} {kind}", str(turn.result.failure))


def _logged(turn: Turn) -> Iterator[Fault]:
    for error in turn.logged:
        yield Fault("error-logged", error, f"the skill logged an error: {error}")


def _refusals(turn: Turn) -> Iterator[Fault]:
    if turn.result.failure is not None:
        return
    for finding in turn.result.findings:
        # What somebody said is said back: such a placeholder is none of the skill's.
        if finding.rule != "placeholder" or turn.move.hostile != "braces":
            yield Fault(finding.rule, turn.move.name, f"{finding.says} ({finding.source})")


def _slow(turn: Turn) -> Iterator[Fault]:
    if turn.result.ms > SLOW_MS:
        yield Fault("slow", turn.move.name, f"the answer took more than {SLOW_MS / 1000:g} seconds")


def _stop(turn: Turn) -> Iterator[Fault]:
    if turn.move.name == STOP and turn.after.open:
        yield Fault("stop-stays", _question(turn), "after stop the session is still open")


def _help(turn: Turn) -> Iterator[Fault]:
    if turn.move.name != HELP:
        return
    if not turn.after.open:
        yield Fault("help-closes", _question(turn), "help ends the session instead of asking what is wanted")
    elif not turn.result.speech:
        yield Fault("help-is-silent", _question(turn), "help says nothing")


def _back(turn: Turn) -> Iterator[Fault]:
    leads_to_an_end = turn.result.outcome is not None or turn.result.card is not None
    if turn.move.goes_back and turn.before.open and not turn.after.open and not leads_to_an_end:
        yield Fault("back-closes", _question(turn), "going back ends the session")


def _same_words(turn: Turn) -> Iterator[Fault]:
    own_words = bool(_body(turn).get("outputSpeech"))
    is_asked_again = turn.move.is_not_understood and turn.before.open and turn.after.open
    if own_words and is_asked_again and turn.result.speech == turn.before.speech:
        says = f"what was not understood is asked again in the same words: {turn.result.speech!r}"
        yield Fault("same-words", _question(turn), says)


def _silence(turn: Turn) -> Iterator[Fault]:
    if not turn.result.ssml and not turn.result.card and not _body(turn).get("directives"):
        yield Fault("silence", turn.move.name, "the answer neither says nor shows anything")


def _asks_nothing(turn: Turn) -> Iterator[Fault]:
    """Only of a skill that tells which question is open."""
    tells = turn.result.turn != NOWHERE or "turn" in turn.after.attributes
    if turn.after.open and tells and not turn.after.consent and turn.result.asking is None:
        yield Fault("open-without-question", turn.move.name, "the session stays open, and no question is open in it")


def _lost(turn: Turn) -> Iterator[Fault]:
    keeps = turn.move.name in _KEEPS or turn.move.goes_back or bool(turn.move.hostile)
    goes_on = turn.move.kind is Kind.INTENT and turn.before.open and turn.after.open
    if keeps and goes_on and not turn.after.consent and turn.before.attributes and not turn.after.attributes:
        yield Fault("attributes-lost", turn.move.name, "the session stays open, and its attributes are gone")


RULES: tuple[Rule, ...] = (_slow, _stop, _help, _back, _same_words, _silence, _asks_nothing, _lost)


def _question(turn: Turn) -> str:
    return turn.before.question or "no open session"


def _body(turn: Turn) -> Json:
    return as_object((turn.result.response or {}).get("response"))
