"""The program's public contract: one utterance a line in, one JSON object a line out (docs/simulator/json.md)."""

import json
from typing import TextIO

from simulator.device.failure import why_it_failed
from simulator.device.turn_result import TurnResult, Understood
from simulator.ears.heard import HeardSlot
from simulator.envelope import Json
from simulator.talk.talk import Talk


def run(talk: Talk, lines: TextIO, out: TextIO, err: TextIO) -> None:
    """Answer every line that is not blank with one object; an open session just ends with the last line.

    The traceback of a skill that raised goes to ``err``.
    """
    for line in lines:
        if line.strip():
            result = talk.line(line)
            err.write(why_it_failed(result))
            out.write(json.dumps(as_json(result), ensure_ascii=False) + "\n")
            out.flush()


def as_json(result: TurnResult) -> Json:
    """The object of a turn; ``refused``, ``lingers`` and ``rang`` are there only when there is something to tell."""
    written: Json = {
        "utterance": result.utterance,
        "heard": _heard(result.heard),
        "speech": result.speech,
        "ssml": result.ssml,
        "reprompt": result.reprompt,
        "card": result.card._asdict() if result.card else None,
        "open": result.open,
        **result.turn._asdict(),
        "ms": result.ms,
        "request": result.request,
        "response": result.response,
    }
    if result.findings:
        written["refused"] = [
            {"rule": finding.rule, "says": finding.says, "source": finding.source} for finding in result.findings
        ]
    if result.lingers:
        written["lingers"] = True
    if result.rang:
        written["rang"] = [{"at": rang.at.isoformat(), "text": rang.text} for rang in result.rang]
    return written


def _heard(heard: Understood) -> Json:
    slots = {name: _slot(slot) for name, slot in heard.slots.items()}
    return {
        "intent": heard.intent,
        "slots": slots,
        "how": heard.how,
        "stage": heard.stage,
        "score": heard.score,
        "runner_up": heard.runner_up,
        "runner_up_score": heard.runner_up_score,
    }


def _slot(slot: HeardSlot) -> Json:
    values = slot.resolution.values if slot.resolution else ()
    said = {} if slot.said is None else {"said": slot.said}
    return {"value": slot.value, **said, "id": values[0][1] if values else None}
