"""What keeps a cold start short, in the rooms between the doors: nothing is loaded that a launch can do without."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
NOT_AT_A_LAUNCH = ("gettext", "html", "pathlib", "random", "urllib.parse", "zoneinfo")
"""Together they took as long as an eighth of the SDK's whole hello world."""
WHAT_IS_LOADED = "import sys; before = set(sys.modules); import skill.service; print(*set(sys.modules) - before)"
REFUSE_TO_COMPILE = """
import typing
def refuse(reference, annotation, *rest, **more):
    raise SystemExit(f"typing is to compile '{annotation}'")
typing.ForwardRef.__init__ = refuse
import skill.service
"""
"""The first quoted name that ``typing`` compiles makes Python build its table of syntax trees: 10 M instructions."""


def run(code: str) -> subprocess.CompletedProcess[str]:
    """What a fresh Python at the root of the project comes to."""
    return subprocess.run([sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_rooms_load_nothing_that_a_launch_can_do_without() -> None:
    done = run(WHAT_IS_LOADED)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "skill.wording.voice" in loaded
    assert loaded & set(NOT_AT_A_LAUNCH) == set()
    assert {name for name in loaded if name.startswith("skill.decision.models.")} == {
        "skill.decision.models.channels",
        "skill.decision.models.questions",
    }
    assert "skill.decision.check" not in loaded


def test_typing_compiles_no_quoted_name_when_the_rooms_are_loaded() -> None:
    done = run(REFUSE_TO_COMPILE)
    assert done.returncode == 0, done.stderr
