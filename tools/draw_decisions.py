"""Draw every decision into ``docs/diagrams/<decision>.md``: ``python -m tools.draw_decisions [--check]``.

Each is checked before, since only what can be walked is worth drawing.
"""

import sys
from pathlib import Path

from skill.decision.check import drawn
from skill.decision.graph import mermaid
from skill.decision.model import Model
from skill.decision.models import MODELS
from skill.errors import DrawnWrongly
from tools.generated import ROOT, run

FOLDER = ROOT / "docs" / "diagrams"
_LEGEND = (
    "Diamonds are questions, rounded boxes are outcomes with their channels, a double circle is a solved case. "
    "A dotted arrow is taken when the time to answer is over. From the question whether it is urgent onwards, edges "
    "marked * complete the published guidance in its own spirit and all others are the guidance itself; which facts "
    "are gathered before that follows the guidance, their order is this project's."
)


def page(model: Model) -> str:
    """The page of one decision, as Markdown."""
    title = model.id.replace("_", " ").capitalize()
    note = f"Drawn by `make diagrams` from `skill/decision/models/{model.id}.py`. Do not edit."
    return f"# {title}\n\n{note}\n\n{_LEGEND}\n\n```mermaid\n{mermaid(model)}```\n"


def pages(folder: Path = FOLDER) -> dict[Path, str]:
    """Every page by its path. Raises ``DrawnWrongly`` for a decision that cannot be walked."""
    return {folder / f"{model.id}.md": page(drawn(model)) for model in MODELS.values()}


def main(arguments: list[str] | None = None) -> int:
    """Draw, or with --check say which pages are stale, and in both cases what is wrong; returns the exit code."""
    try:
        drawings = pages()
    except DrawnWrongly as wrong:
        print(wrong)
        return 1
    return run("tools.draw_decisions", __doc__, drawings, "diagrams", arguments)


if __name__ == "__main__":
    sys.exit(main())
