"""One exploration from its start to what is told of it."""

from collections.abc import Callable, Collection
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Protocol

from simulator.explorer.bound import Bound
from simulator.explorer.chance import chance_put_back
from simulator.explorer.explorer import Counts, Explorer
from simulator.explorer.finding import Fault
from simulator.explorer.logged import errors_logged
from simulator.explorer.move import BACK
from simulator.explorer.phrases import Phrases
from simulator.explorer.retelling import Retelling, Told
from simulator.explorer.shapes import AnyShapes, Shapes
from simulator.under_test.skill_under_test import SkillUnderTest


class Words(Protocol):
    """What a skill can say, by message ids, and what of it reached somebody so far."""

    @property
    def all(self) -> AbstractSet[str]:
        """The ids that there are."""
        ...

    @property
    def said(self) -> AbstractSet[str]:
        """The ids that were met."""
        ...


@dataclass(frozen=True)
class Explored:
    """What came of an exploration of one locale.

    ``questions`` is how many questions were met (that no session is open counts as one), ``pairs`` how many pairs of
    a question and an intent. ``cut_short`` names the bound that ended it, and is empty when it ended by itself;
    ``waiting`` is how many states were met and not completed. ``never_handled`` are intents that were always treated
    as what is not understood, and ``never_said`` messages that reached nobody.
    """

    locale: str
    seed: int
    counts: Counts
    questions: int
    pairs: int
    waiting: int
    cut_short: str
    findings: tuple[Told, ...]
    never_handled: tuple[str, ...]
    never_said: tuple[str, ...]


def explore(
    skill: SkillUnderTest,
    locale: str,
    *,
    bound: Bound,
    seed: int = 1,
    shapes: Shapes | None = None,
    words: Words | None = None,
    backs: Collection[str] = (BACK,),
    progress: Callable[[Counts, int], None] = lambda _counts, _waiting: None,
) -> Explored:
    """Explore a skill in one locale. Raises ModelMissing or ModelUnreadable when there is no model for it.

    ``backs`` are the intents with which a person goes back. A message that was never said is a finding when the
    exploration was complete, else only a remark.
    """
    with errors_logged() as logged, chance_put_back():
        explorer = Explorer(skill, locale, shapes or AnyShapes(), bound, seed, logged, backs=backs)
        explorer.run(progress)
        retelling = Retelling(explorer, Phrases(skill.model(locale).language_model, locale))
        findings = [told for found in explorer.findings if (told := retelling.tell(found)).is_kept]
    unsaid = sorted(words.all - words.said) if words else []
    if explorer.is_complete:
        findings += [Told(_never_said(message), 1, (), steady=True) for message in unsaid]
    return Explored(
        locale=locale,
        seed=seed,
        counts=explorer.counts,
        questions=explorer.pairs[0],
        pairs=explorer.pairs[1],
        waiting=explorer.counts.states - explorer.counts.complete,
        cut_short=explorer.cut_short,
        findings=tuple(
            sorted(findings, key=lambda told: (told.fault.rule, len(told.conversation), told.fault.place))
        ),
        never_handled=tuple(explorer.handled.never()),
        never_said=tuple(unsaid),
    )


def _never_said(message: str) -> Fault:
    return Fault("never-said", message, f"the message {message} is never said, whatever is said to the skill")
