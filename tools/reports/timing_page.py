"""The report of how long turns take."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from tools.reports.markup import Content
from tools.reports.report import Report, Section
from tools.reports.table import Table, said
from tools.reports.timing import Timed, percentile

SLOWEST = 25
"""How many of the slowest turns are told one by one."""
SHARES = {"p50": 0.5, "p90": 0.9, "p95": 0.95, "p99": 0.99, "max": 1.0}
PARTS: dict[str, Callable[[Timed], float]] = {
    "everything": lambda turn: turn.everything,
    "the skill": lambda turn: turn.skill,
    "the ears": lambda turn: turn.ears,
}
_SAYS = (
    "Every line of every script, talked in this process, with the cases in memory: no network and no cold start. All "
    "times are milliseconds of the processor, so that other programs have no part in them. Everything is what a line "
    "takes in all; the skill's part is its handler, with the envelopes there and back as JSON; the ears' part is "
    "finding the intent and its slots. The rest is the device and the judge."
)
_WORST = "The longest p95 of everything first."
_ABOUT_PLACES = "What is made at the first use (catalogues, time zones) is in the first turn of all."


def timing_report(turns: Sequence[Timed]) -> Report:
    """The report of these turns."""
    sections = (
        Section("All turns", "By language and part.", [_by_part(turns)]),
        Section("First and later turns", _ABOUT_PLACES, [_by("Place in the talk", turns, lambda turn: turn.place)]),
        Section("The slowest turns", "With what was said, the slowest first.", [_slowest(turns)]),
        Section("By intent", _WORST, [_by("Intent", turns, lambda turn: turn.intent)]),
        Section("By open question", _WORST, [_by("Question that was open", turns, lambda turn: turn.question)]),
    )
    return Report("timing", "How long turns take", _SAYS, sections, list(_summary(turns)))


def _by_part(turns: Sequence[Timed]) -> Table:
    groups = _grouped(turns, lambda turn: turn.language)
    rows: list[Sequence[Content]] = [
        (f"{language}: {name}", len(own), *_percentiles(map(part, own)))
        for language, own in groups.items()
        for name, part in PARTS.items()
    ]
    return Table("Milliseconds by language and part", ("Part", "Turns", *SHARES), rows)


def _by(heading: str, turns: Iterable[Timed], key: Callable[[Timed], str]) -> Table:
    columns = (heading, "Turns", *SHARES, "the skill p95", "the ears p95")
    rows = [_row(name, own) for name, own in _grouped(turns, key).items()]
    return Table(f"Milliseconds, by {heading.lower()}", columns, sorted(rows, key=_p95, reverse=True))


def _row(name: str, turns: Sequence[Timed]) -> list[Content]:
    skill, ears = (percentile(map(PARTS[part], turns), SHARES["p95"]) for part in ("the skill", "the ears"))
    return [name, len(turns), *_percentiles(turn.everything for turn in turns), skill, ears]


def _p95(row: Sequence[Content]) -> float:
    return float(row[2 + list(SHARES).index("p95")])


def _slowest(turns: Iterable[Timed]) -> Table:
    slowest = sorted(turns, key=lambda turn: turn.everything, reverse=True)[:SLOWEST]
    rows: list[Sequence[Content]] = [
        (
            said(turn.utterance, turn.language),
            *(part(turn) for part in PARTS.values()),
            turn.intent,
            turn.question,
            f"{turn.locale}: {turn.talk}",
        )
        for turn in slowest
    ]
    return Table("The slowest turns, in milliseconds", ("Said", *PARTS, "Intent", "Open question", "Script"), rows)


def _grouped(turns: Iterable[Timed], key: Callable[[Timed], str]) -> dict[str, list[Timed]]:
    groups: dict[str, list[Timed]] = defaultdict(list)
    for turn in turns:
        groups[key(turn)].append(turn)
    return groups


def _percentiles(values: Iterable[float]) -> list[float]:
    ranked = list(values)
    return [percentile(ranked, share) for share in SHARES.values()]


def _summary(turns: Iterable[Timed]) -> Iterator[str]:
    for language, own in _grouped(turns, lambda turn: turn.language).items():
        told = (f"{name} {percentile(map(part, own), SHARES['p95']):.2f} ms" for name, part in PARTS.items())
        yield f"{language}: {len(own)} turns, p95 of {', '.join(told)}"
