"""A fresh Python: what makes the SDK light has to come before the SDK, which this process has long imported."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
LIGHTENED = "from skill.lean import lighten, settle\nlighten()\n"


def fresh(program: str, *, folder: Path | None = None) -> Any:
    """What a program prints as JSON, run by a fresh Python; ``folder`` is one more place that it imports from."""
    path = [str(ROOT), *([str(folder)] if folder else [])]
    command = [sys.executable, "-W", "error", "-c", f"import sys\nsys.path[:0] = {path!r}\n{program}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
