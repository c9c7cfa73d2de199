"""Warm turns: ``turns.py MODULE PLAN TURNS MADE RESULT``.

The plan is a JSON file with ``turn``, the event to be measured, and ``before``, the one that leads to it, which only
a skill with a memory needs. ``MADE`` people are led to the turn, each with a user id of their own; then ``TURNS`` of
them take it. ``RESULT`` gets the milliseconds of wall and processor for one turn, and the last answer. Programs that
make as many and take twice as many differ by the turns alone.
"""

import json
import sys
from importlib import import_module
from time import perf_counter, process_time

from benchmarks.programs.context import Context

WARMING = 3
THOUSAND = 1000

module, plan_file, turns, made, result = sys.argv[1:]
handler = import_module(module).lambda_handler
context = Context()
with open(plan_file, encoding="utf-8") as file:  # noqa: PTH123 - as in cold.py
    plan = json.load(file)


def led(number: int) -> dict[str, object]:
    """A person's event to be measured, after what leads to it."""
    text = json.dumps(plan)
    own = json.loads(text.replace(plan["user"], plan["user"][:-6] + f"{number:06d}"))
    if own["before"]:
        handler(own["before"], context)
    turn: dict[str, object] = own["turn"]
    return turn


events = [led(number) for number in range(int(made) + WARMING)]
for event in events[-WARMING:]:
    handler(event, context)
wall, cpu = perf_counter(), process_time()
for event in events[: int(turns)]:
    answer = handler(event, context)
wall, cpu = perf_counter() - wall, process_time() - cpu
each = THOUSAND / int(turns)
with open(result, "w", encoding="ascii") as file:  # noqa: PTH123
    json.dump({"wall_ms": wall * each, "cpu_ms": cpu * each, "answer": answer}, file)
