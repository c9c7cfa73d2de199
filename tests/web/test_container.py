"""The container file, as far as it can be held against the tree without building it."""

import re
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
LINES = [line.strip() for line in TEXT.splitlines() if line.strip() and not line.startswith("#")]
SENT = [
    line.removeprefix("!")
    for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    if line.startswith("!")
]


def copied() -> list[str]:
    """The sources of what is copied out of the tree."""
    words = [line.split()[1:-1] for line in LINES if line.startswith("COPY ") and "--from" not in line]
    return [path for line in words for path in line]


def test_what_is_copied_is_there_and_is_sent_to_the_builder() -> None:
    assert len(copied()) == 6
    for path in copied():
        assert (ROOT / path).exists(), path
        assert any(fnmatch(path, sent) for sent in SENT), path


def test_nothing_more_is_sent_than_is_copied() -> None:
    assert all(any(fnmatch(path, sent) for path in copied()) for sent in SENT)


def test_everything_is_installed_as_it_was_locked() -> None:
    installs = [line for line in LINES if " install " in line and "pip" in line]
    assert len(installs) == 2
    assert all("--require-hashes" in line for line in installs)
    assert all(re.search(r"-r \S+\.txt$", line.split(" && ")[0]) for line in installs)


def test_it_does_not_run_as_root_and_ships_valid_bytecode() -> None:
    last = LINES[LINES.index(next(line for line in reversed(LINES) if line.startswith("FROM "))) :]
    assert "USER 10001" in last
    assert last.index("USER 10001") < last.index('CMD ["python", "-m", "skill.web"]')
    assert any("compileall" in line and "unchecked-hash" in line for line in LINES)


def test_what_runs_needs_nothing_of_what_compiles_the_words() -> None:
    """Of the tree only ``skill`` and the licence reach the last stage, through the one before it."""
    assert [line for line in LINES if line.startswith("COPY --from")] == [
        "COPY --from=words /build/skill /opt/case-compass/skill",
        "COPY --from=installed /opt /opt",
    ]
