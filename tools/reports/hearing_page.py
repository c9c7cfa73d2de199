"""The report of how people are heard, by each matcher in each language."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from skill.alexa.intents import ELICITED
from tools.hearing.figures import Figures, Part, figures, part
from tools.hearing.results import Result
from tools.hearing.utterances import Utterance
from tools.reports.markup import Content, Markup, element, together
from tools.reports.nearest import Near, Nearest
from tools.reports.report import Report, Section
from tools.reports.table import Table, said, share

MOST_NEAR = 3
"""How many of the nearest samples are shown."""
_SAYS = (
    "What people say (tests/hearing), as each matcher hears it. Every fifth utterance is held back: who improves the "
    "samples looks only at the others, the development part, and so does all of this page but for the figures at the "
    "top. Heard is an utterance whose intent is right; taken is one that is none of the skill's business and was "
    "given to an intent all the same."
)
_ABOUT_MATCHER = "Of the development part; what is worst comes first."


@dataclass(frozen=True)
class Heard:
    """What a matcher made of all utterances of a language, and the samples that it might have heard."""

    language: str
    matcher: str
    results: Sequence[Result]
    nearest: Nearest

    @property
    def name(self) -> str:
        """The language and the matcher."""
        return f"{self.language} by {self.matcher}"

    @property
    def figures(self) -> Figures:
        """All figures of it."""
        return figures(self.results)


def hearing_report(all_heard: Sequence[Heard]) -> Report:
    """The report of all matchers and languages."""
    glance = Section("At a glance", "The part held back shows how strangers are heard.", [_glance(all_heard)])
    sections = (Section(heard.name, _ABOUT_MATCHER, _tables(heard)) for heard in all_heard)
    return Report("hearing", "How people are heard", _SAYS, (glance, *sections), list(_summary(all_heard)))


def _glance(all_heard: Iterable[Heard]) -> Table:
    columns = ("Matcher and part", "Heard", "Heard with slots", "Taken")
    rows = [
        (f"{heard.name}: {name}", *_shares(of_part))
        for heard in all_heard
        for name, of_part in (("development", heard.figures.development), ("held back", heard.figures.held_back))
    ]
    return Table("Shares by matcher, language and part", columns, rows)


def _shares(of_part: Part) -> Iterator[Content]:
    yield share(round(of_part.recall * of_part.in_scope), of_part.in_scope)
    yield share(round(of_part.right * of_part.in_scope), of_part.in_scope)
    yield share(round(of_part.taken * of_part.out_of_scope), of_part.out_of_scope)


def _tables(heard: Heard) -> list[Table]:
    told = heard.figures
    development = part(heard.results, held_back=False)
    missed = [result for result in development if result.utterance.in_scope and not result.right]
    taken = [result for result in development if not result.utterance.in_scope and not result.right]
    intents = [(each.intent, share(each.heard, each.meant)) for each in told.by_intent]
    confusions = [(each.meant, each.heard, each.times) for each in told.confusions]
    slots = [(slot, times) for slot, times in told.wrong_slots.items()]
    return [
        Table(f"{heard.name}: recall by intent", ("Intent", "Heard"), intents, folded=True),
        Table(f"{heard.name}: confusions", ("Meant", "Heard", "Times"), confusions, folded=True),
        _utterances(f"{heard.name}: misheard, and the nearest samples", heard, missed),
        _utterances(f"{heard.name}: out of scope and taken", heard, taken),
        Table(f"{heard.name}: wrong slots", ("Slot", "Times"), slots, folded=True),
    ]


def _utterances(caption: str, heard: Heard, results: Iterable[Result]) -> Table:
    rows = [_row(heard, result) for result in results]
    return Table(caption, ("Said", "While", "Meant", "Heard", "Why", "Nearest samples"), rows, folded=True)


def _row(heard: Heard, result: Result) -> Sequence[Content]:
    utterance = result.utterance
    return (
        said(utterance.say, heard.language),
        utterance.while_,
        " or ".join(utterance.intent),
        result.intent if not result.intent_right else f"{result.intent} with {_wrong(result)}",
        result.because(),
        together(_written(near, heard.language) for near in _near(heard.nearest, utterance)),
    )


def _wrong(result: Result) -> str:
    return ", ".join(f"{slot}={value!r}" for slot, value in result.wrong_slots.items())


def _near(nearest: Nearest, utterance: Utterance) -> list[Near]:
    elicited = ELICITED.get(utterance.while_)
    return nearest.to(utterance.say, (elicited.intent, elicited.slot) if elicited else None, most=MOST_NEAR)


def _written(near: Near, language: str) -> Markup:
    told = f" {near.sample.intent}, {near.likeness:.2f}"
    return element("div", said(near.sample.text, language), told)


def _summary(all_heard: Iterable[Heard]) -> Iterator[str]:
    for heard in all_heard:
        development, held_back = heard.figures.development, heard.figures.held_back
        yield (
            f"{heard.name}: heard {development.recall:.1%}, held back {held_back.recall:.1%}; "
            f"taken {development.taken:.1%}, held back {held_back.taken:.1%}"
        )
