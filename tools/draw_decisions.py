"""Draw every decision into ``docs/diagrams/<decision>.md``: ``python -m tools.draw_decisions [--check]``."""

import argparse
import sys
from pathlib import Path

from skill.decision.graph import mermaid
from skill.decision.model import Model
from skill.decision.models import MODELS

ROOT = Path(__file__).parent.parent
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


def stale(folder: Path = FOLDER) -> list[Path]:
    """The pages that differ from what the models draw."""
    pages = {folder / f"{model.id}.md": page(model) for model in MODELS.values()}
    return [path for path, text in pages.items() if not path.exists() or path.read_text(encoding="utf-8") != text]


def draw(folder: Path = FOLDER) -> None:
    """Write every page."""
    folder.mkdir(parents=True, exist_ok=True)
    for model in MODELS.values():
        (folder / f"{model.id}.md").write_text(page(model), encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Draw, or with --check say which pages are stale; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.draw_decisions", description=__doc__)
    parser.add_argument("--check", action="store_true", help="fail when a committed page is stale")
    if not parser.parse_args(arguments).check:
        draw()
        return 0
    for path in stale():
        print(f"{path.relative_to(ROOT)}:1: stale; run 'make diagrams' and commit the result")
    return 1 if stale() else 0


if __name__ == "__main__":
    sys.exit(main())
