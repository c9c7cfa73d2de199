"""How many turns it takes to the card, over the scripts: ``python -m tests.scripts.turns``.

Every utterance of the person counts, the opening too, up to the one that is answered with the card.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from statistics import median

from simulator.under_test.endpoint import Endpoint
from tests.scripts.doors import device, in_process
from tests.scripts.script import MANNERS, Script, all_scripts
from tests.scripts.test_scripts import MONDAY

MOST = {"straight": 6, "at_once": 2}
"""The median of turns that each manner of talking may take."""


def turns_to_the_card(script: Script, endpoint: Endpoint) -> int | None:
    """How many utterances it takes until there is a card with a message, or None when the script has none."""
    now = MONDAY
    echo = device(
        endpoint, script.locale, f"amzn1.ask.account.turns.{script.locale}.{script.name}"[:255], lambda: now
    )
    for number, line in enumerate(script.talk, start=1):
        now += timedelta(hours=line.later, seconds=20)
        result = echo.silence() if line.you == ":silence" else echo.say(line.you)
        if result.outcome and result.card:
            return number
    return None


def measured(scripts: Iterable[Script]) -> dict[tuple[str, str, str], list[int]]:
    """The turns by language, manner and decision."""
    endpoint = in_process()
    turns: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for script in scripts:
        number = turns_to_the_card(script, endpoint) if script.manner else None
        if number is not None:
            turns[script.locale.partition("-")[0], str(script.manner), script.decision].append(number)
    return turns


def medians(turns: dict[tuple[str, str, str], list[int]]) -> dict[tuple[str, str], float]:
    """The median by language and manner over all decisions."""
    together: dict[tuple[str, str], list[int]] = defaultdict(list)
    for (language, manner, _), numbers in turns.items():
        together[language, manner] += numbers
    return {key: median(numbers) for key, numbers in together.items()}


def main() -> int:
    """Print the table; returns 1 when a median is more than it may be."""
    turns = measured(all_scripts())
    decisions = list(dict.fromkeys(decision for _, _, decision in turns))
    found = medians(turns)
    for language in dict.fromkeys(language for language, _, _ in turns):
        print(f"\n{language:<20}" + "".join(f"{manner:>15}" for manner in MANNERS))
        for decision in decisions:
            cells = (turns.get((language, manner, decision)) for manner in MANNERS)
            print(f"{decision:<20}" + "".join(f"{median(cell) if cell else '-':>15}" for cell in cells))
        print(f"{'median':<20}" + "".join(f"{found.get((language, manner), '-'):>15}" for manner in MANNERS))
    return 1 if any(number > MOST.get(manner, number) for (_, manner), number in found.items()) else 0


if __name__ == "__main__":
    sys.exit(main())
