"""The report of what the talks reach, and of what no talk reaches."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from simulator.case_compass.words_said import WHERE, Reached
from tools.reports.drawn import KINDS, Kind
from tools.reports.markup import Content
from tools.reports.reached import Coverage, Thing
from tools.reports.report import Report, Section
from tools.reports.table import Table, share

NEVER: Final = "never"
_SAYS = (
    "Every script (tests/scripts) and every way to a fact (tests/coverage) is talked through, in this process. A "
    "number says in how many talks a thing was reached. What is reached least comes first."
)
_ABOUT: dict[Kind, str] = {
    "outcomes": "The ends of each decision, told in a case.",
    "channels": "The ways of getting in touch that each end sends somebody to.",
    "questions": "The questions that each decision puts, and those of the talk itself.",
    "choices": "What can be answered, as cases keep it; 'not known' is a question that was left open. What people "
    "say in their own words is not counted.",
    "intents": "The intents of the interaction models, as the ears heard them.",
    "messages": "The messages of said.po and messages.po, by id: how many responses had them in the speech, in the "
    "reprompt, on a card, or gave them to Alexa as a reminder.",
}


def coverage_report(coverages: Sequence[Coverage]) -> Report:
    """The report of what is reached in each language."""
    glance = Section("At a glance", "What was reached of all that there is.", [_glance(coverages)])
    never = Section("Never reached", "In at least one language; first what is reached in none.", _never(coverages))
    kinds = (Section(kind.capitalize(), _ABOUT[kind], [_kind(kind, coverages)]) for kind in KINDS)
    return Report("coverage", "What the talks reach", _SAYS, (glance, never, *kinds), list(_summary(coverages)))


def _glance(coverages: Sequence[Coverage]) -> Table:
    rows = [
        (kind, *(share(coverage.reached(kind), len(coverage.drawn[kind])) for coverage in coverages))
        for kind in KINDS
    ]
    return Table("Reached, by kind and language", ("Kind", *_languages(coverages)), rows)


def _never(coverages: Sequence[Coverage]) -> list[Table]:
    return [_table(f"{kind.capitalize()} that are never reached", kind, coverages, never=True) for kind in KINDS]


def _kind(kind: Kind, coverages: Sequence[Coverage]) -> Table:
    if kind == "messages":
        return _messages(coverages)
    return _table(f"{kind.capitalize()}, in how many talks", kind, coverages)


def _table(caption: str, kind: Kind, coverages: Sequence[Coverage], *, never: bool = False) -> Table:
    rows = [(name, *_counts(Thing(kind, name), coverages)) for name in _names(kind, coverages)]
    rows = [row for row in rows if NEVER in row or not never]
    return Table(caption, (kind.capitalize(), *_languages(coverages)), rows, folded=kind == "messages")


def _counts(thing: Thing, coverages: Iterable[Coverage]) -> Iterator[Content]:
    for coverage in coverages:
        is_there = thing.name in coverage.drawn[thing.kind]
        yield coverage.talks[thing] or (NEVER if is_there else "-")


def _messages(coverages: Sequence[Coverage]) -> Table:
    columns = [f"{coverage.language} {where}" for coverage in coverages for where in WHERE]
    rows: list[Sequence[Content]] = [
        (name, *(coverage.places[Reached(name, where)] for coverage in coverages for where in WHERE))
        for name in _names("messages", coverages)
    ]
    return Table("Messages, in how many responses", ("Message", *columns), rows, folded=True)


def _names(kind: Kind, coverages: Sequence[Coverage]) -> list[str]:
    """All names of a kind, those first that are reached in the fewest languages and then in the fewest talks."""
    names = dict.fromkeys(name for coverage in coverages for name in coverage.drawn[kind])

    def reached(name: str) -> tuple[int, int]:
        talks = [coverage.talks[Thing(kind, name)] for coverage in coverages]
        return sum(map(bool, talks)), sum(talks)

    return sorted(names, key=reached)


def _languages(coverages: Iterable[Coverage]) -> list[str]:
    return [coverage.language for coverage in coverages]


def _summary(coverages: Iterable[Coverage]) -> Iterator[str]:
    for coverage in coverages:
        told = (f"{kind} {coverage.reached(kind)} of {len(coverage.drawn[kind])}" for kind in KINDS)
        yield f"{coverage.language}: {', '.join(told)}"
