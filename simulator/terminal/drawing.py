"""How a turn looks at a terminal: what Alexa says, the card, the state of the session, and what was refused."""

import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from simulator.device.failure import why_it_failed
from simulator.device.ringing import Rang
from simulator.device.turn_result import ShownCard, TurnResult, Understood
from simulator.ears.heard import STRICT

_BOLD, _DIM, _RED, _CYAN = "1", "2", "31;1", "36"
_CLOSED = {False: "no session is open", True: "the session lingers on the screen"}
NARROWEST, WIDEST = 30, 100


@dataclass(frozen=True)
class Drawing:
    """Draws for a terminal of ``width()`` columns, with colour or without."""

    width: Callable[[], int]
    colour: bool = False

    def prompt(self) -> str:
        """What stands before the person's own words; never coloured, since line editing counts its characters."""
        return "you> "

    def quiet(self, text: str) -> str:
        """A remark of the simulator's own."""
        return self._paint(text, _DIM)

    def loud(self, text: str) -> str:
        """Something that must not be overlooked."""
        return self._paint(text, _RED)

    def turn(self, result: TurnResult) -> Iterator[str]:
        """Everything that a turn shows, in the order in which it matters to the person."""
        if result.speech:
            yield self._wrapped(f"Alexa: {result.speech}", _CYAN)
        if result.card:
            yield from self._card(result.card)
        yield from self.rang(result.rang)
        yield from self._refused(result)
        yield self._wrapped(self._state(result), _DIM)

    def rang(self, reminders: Iterable[Rang]) -> Iterator[str]:
        """Reminders that rang."""
        for rang in reminders:
            yield self._wrapped(f"(a reminder rings at {rang.at:%a %Y-%m-%d %H:%M}, twice unless stopped)", _DIM)
            yield self._wrapped(f"Alexa: {rang.spoken}", _CYAN)

    def _card(self, card: ShownCard) -> Iterator[str]:
        """The card between two rules, its words flush left so that they can be copied."""
        width = self._columns()
        yield self._paint("┌─ card " + "─" * (width - 8), _DIM)
        if card.title:
            yield self._wrapped(card.title, _BOLD)
            yield ""
        if card.text:
            yield self._wrapped(card.text)
        yield self._paint("└" + "─" * (width - 1), _DIM)

    def _refused(self, result: TurnResult) -> Iterator[str]:
        for finding in result.findings:
            yield self._wrapped(f"{'REFUSED' if finding.refuses else 'DROPPED'} {finding}", _RED)
        if why := why_it_failed(result):
            yield self.quiet(why.rstrip())

    def _state(self, result: TurnResult) -> str:
        heard = result.heard
        slots = ", ".join(f"{name}={slot.value}" for name, slot in heard.slots.items())
        understood = f"{heard.intent} ({slots})" if slots else heard.intent or "nothing sent"
        listens = "Alexa listens" if result.open else _CLOSED[result.lingers]
        return f"({listens}; {understood}, {heard.how}{_how_sure(heard)})"

    def _wrapped(self, text: str, style: str = "") -> str:
        lines = (textwrap.fill(line, self._columns(), break_on_hyphens=False) for line in text.splitlines())
        return self._paint("\n".join(lines), style)

    def _columns(self) -> int:
        return max(NARROWEST, min(WIDEST, self.width()))

    def _paint(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.colour and style else text


def _how_sure(heard: Understood) -> str:
    """The scores, unless the ears were strict or not asked."""
    if heard.score is None or heard.stage == STRICT:
        return ""
    if heard.runner_up_score is None:
        return f" {heard.score:.2f}"
    return f" {heard.score:.2f}; next {heard.runner_up} {heard.runner_up_score:.2f}"
