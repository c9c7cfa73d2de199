"""(f) What a turn costs as there is more: open cases, turns in the session, installed locales.

A row compares the large with the small; its target is that one more case (or turn) adds at most so much of what a
turn with one case takes. The skill keeps ten cases: of a hundred that are opened ninety are gone by then.
"""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.envelopes import intent, show
from benchmarks.interleave import interleaved
from benchmarks.plans import Plan, led, the_turn, to_the_account, usual
from benchmarks.row import Row, Target, compared
from benchmarks.starts import FIRST_TURNS, Start, starts
from benchmarks.task import copy_skill
from benchmarks.turns import Turns

MEASURE = "f growth"
CASES = (1, 10, 100)
SESSION_TURNS = (2, 20, 200)
LOCALES = (2, 17)
CASE_SHARE, TURN_SHARE = 0.05, 0.002
"""What one more case, or one more turn in the session, may add: a share of the smallest turn."""
FLAT = 1.02


def measure(bench: Bench) -> list[Row]:
    """Rows for cases, session and locales."""
    return [
        *_grows(bench, "open cases", CASES, with_cases, CASE_SHARE),
        *_grows(bench, "turns in the session", SESSION_TURNS, with_turns, TURN_SHARE),
        *_locales(bench),
    ]


def with_cases(count: int) -> Plan:
    """The usual turn about the last of so many cases; the others are about parcels."""
    others = [
        intent(show(), "LostPackageIntent", {}, item=f"thing_{number}", status="stuck") for number in range(count - 1)
    ]
    return led([*others, *to_the_account()], the_turn())


def with_turns(count: int) -> Plan:
    """The usual turn as the last of so many, after somebody asked for help again and again."""
    asked = [intent(show(), "AMAZON.HelpIntent", {}) for _ in range(count)]
    return led([*asked, *to_the_account()][1 - count :], the_turn())


def cases_kept(plan: Plan) -> int:
    """How many cases the record has after the turn."""
    return len(plan.answer["sessionAttributes"]["record"]["cases"])


def _grows(
    bench: Bench, what: str, sizes: tuple[int, ...], plan_of: Callable[[int], Plan], share: float
) -> list[Row]:
    plans = {size: plan_of(size) for size in sizes}
    sides = {
        str(size): Turns(bench, f"{what.split()[0]}-{size}", "lambda_function", plan) for size, plan in plans.items()
    }
    took = interleaved({name: side.run for name, side in sides.items()}, bench.pairs)
    counted = {name: side.instructions() for name, side in sides.items()} if bench.repeats else {}
    smallest = str(sizes[0])
    rows = []
    for size in sizes[1:]:
        ours, theirs = ([one.cpu_ms for one in took[name]] for name in (str(size), smallest))
        both = (counted[str(size)], counted[smallest]) if counted else None
        more = cases_kept(plans[size]) - cases_kept(plans[sizes[0]]) if plan_of is with_cases else size - sizes[0]
        target = Target(round(1 + share * more, 3), "instructions" if both else "ratio")
        names = f"{size} {what}{_kept(plans[size], size, what)}", f"{smallest} {what}"
        rows.append(compared(MEASURE, names, "ms of CPU", ours, theirs, instructions=both, target=target))
    return rows


def _kept(plan: Plan, size: int, what: str) -> str:
    kept = cases_kept(plan)
    return f" (of which the skill keeps {kept})" if what == "open cases" and kept != size else ""


def _locales(bench: Bench) -> list[Row]:
    folders = {count: _with_locales(bench.scratch / f"locales-{count}", count, bench) for count in LOCALES}
    warm = {
        count: Turns(bench, f"locales-{count}", "lambda_function", usual(), folders=(folder,))
        for count, folder in folders.items()
    }
    rows = [_flat(bench, "a warm turn", {count: (side.run, side.instructions) for count, side in warm.items()})]
    for first_turn, told in FIRST_TURNS.items():
        event = bench.scratch / f"{first_turn}.json"
        if not event.exists():
            with starts(bench, first_turn):
                pass
        memory = {"CASE_COMPASS_STORE": "memory"}
        cold = {
            count: Start(bench, "lambda_function", event, memory, folders=(folder,))
            for count, folder in folders.items()
        }
        sides = {count: (side.run, side.instructions) for count, side in cold.items()}
        rows.append(_flat(bench, f"a cold start, {told}", sides))
    return rows


def _flat(bench: Bench, what: str, sides: Mapping[int, tuple[Callable[[], object], Callable[[], float]]]) -> Row:
    few, many = LOCALES
    took = interleaved({str(count): run for count, (run, _) in sides.items()}, bench.pairs)
    ours, theirs = ([float(one.cpu_ms) for one in took[str(count)]] for count in (many, few))  # type: ignore[attr-defined]
    both = (sides[many][1](), sides[few][1]()) if bench.repeats else None
    target = Target(FLAT, "instructions" if both else "ratio")
    names = f"{what} with {many} locales", f"{few} locales"
    return compared(MEASURE, names, "ms of CPU", ours, theirs, instructions=both, target=target)


def _with_locales(folder: Path, count: int, bench: Bench) -> Path:
    """The skill with so many locales: English and German, and copies of English under other names."""
    copy_skill(folder)
    languages = folder / "skill" / "languages"
    for number in range(count - 2):
        shutil.copytree(languages / "en", languages / f"x{chr(ord('a') + number)}")
    bench.task.compile(folder)
    return folder
