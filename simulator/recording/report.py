"""A replayed talk in words, for the terminal: what differs, line by line, and what was said before and now."""

from collections.abc import Iterator

from simulator.recording.comparison import came_to
from simulator.recording.replay import ReplayedLine


def report(title: str, lines: list[ReplayedLine]) -> Iterator[str]:
    """One line for a talk that goes as it went; else each line that does not."""
    different = [line for line in lines if not line.same]
    if not different:
        yield f"same     {title} ({len(lines)} lines)"
        return
    yield f"changed  {title} ({len(different)} of {len(lines)} lines)"
    for line in different:
        yield f"  you> {line.line.you}"
        yield from (f"    {text}" for text in _differences(line))


def _differences(line: ReplayedLine) -> Iterator[str]:
    before, now = line.comparison.before or {}, came_to(line.turn.result)
    told = {failed.partition(":")[0] for failed in line.comparison.failed}
    yield from line.comparison.failed
    for key in line.comparison.changed:
        if key not in told:
            yield f"{key} was  {_shown(before[key])}"
            yield f"{key} is   {_shown(now[key])}"


def _shown(value: object) -> str:
    match value:
        case {"title": title, "text": text}:
            return f"{title} / {text}".replace("\n", " / ")
        case [*texts]:
            return "; ".join(map(str, texts)) or "nothing"
    return str(value) if value else "nothing"
