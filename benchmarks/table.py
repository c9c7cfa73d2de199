"""The rows as a table to read, in Markdown, and as JSON."""

import json
import platform
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.row import Row

_HEAD = (
    "measure",
    "what",
    "compared with",
    "unit",
    "ratio",
    "middle half",
    "ours",
    "theirs",
    "instructions",
    "ours, M",
    "theirs, M",
    "target",
    "met",
)
_MET = {True: "yes", False: "**no**", None: ""}


def markdown(rows: Sequence[Row]) -> str:
    """The table; a row that could not be measured says why in place of its figures."""
    lines = [_line(_HEAD), _line("---" for _ in _HEAD), *(_line(_cells(row)) for row in rows)]
    return "\n".join(lines) + "\n"


def write(rows: Sequence[Row], folder: Path) -> None:
    """Put ``table.md`` and ``table.json`` into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    machine = {
        "python": sys.version.split()[0],
        "machine": platform.machine(),
        "rows": [row.as_json() for row in rows],
    }
    (folder / "table.md").write_text(markdown(rows), encoding="utf-8")
    (folder / "table.json").write_text(json.dumps(machine, indent=1) + "\n", encoding="utf-8")


def _cells(row: Row) -> tuple[str, ...]:
    if row.missing:
        return (row.measure, row.what, row.baseline, row.missing, *[""] * (len(_HEAD) - 4))
    middle = f"{figure(row.ratio.low)} to {figure(row.ratio.high)}" if row.ratio else ""
    ours, theirs = row.instructions or (None, None)
    return (
        row.measure,
        row.what,
        row.baseline,
        row.unit,
        figure(row.ratio.median if row.ratio else None),
        middle,
        figure(row.ours),
        figure(row.theirs),
        figure(row.instructions_ratio),
        figure(ours),
        figure(theirs),
        str(row.target or ""),
        _MET[row.met] if row.met is not None or row.target is None else "not measured",
    )


def figure(number: float | None) -> str:
    """Three digits that count, and never an exponent."""
    if number is None:
        return ""
    if abs(number) >= 100:
        return f"{number:,.0f}"
    return f"{number:.3g}" if abs(number) >= 0.001 or number == 0 else f"{number:.6f}"


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"
