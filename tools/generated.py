"""Pages that are generated and committed: written, or checked to be fresh."""

import argparse
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
Pages = Mapping[Path, str]
"""The text of each page by its path."""


def stale(pages: Pages) -> list[Path]:
    """The pages that are missing or differ from what is generated."""
    return [path for path, text in pages.items() if not path.exists() or path.read_text(encoding="utf-8") != text]


def write(pages: Pages) -> None:
    """Write every page."""
    for path, text in pages.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def run(name: str, what: str | None, pages: Pages, target: str, arguments: list[str] | None) -> int:
    """The command ``python -m NAME``: write, or with --check name the pages that are stale; returns the exit code."""
    parser = argparse.ArgumentParser(prog=f"python -m {name}", description=what)
    parser.add_argument("--check", action="store_true", help="fail when a committed page is stale")
    if not parser.parse_args(arguments).check:
        write(pages)
        return 0
    found = stale(pages)
    for path in found:
        print(f"{path.relative_to(ROOT)}:1: stale; run 'make {target}' and commit the result")
    return 1 if found else 0
