"""The bytecode of a package: made here once, so that no cold start on Lambda compiles anything.

Without valid bytecode a cold start costs four times as much. Lambda's folder is read-only, so Python could not even
keep what it compiled. The files are of the kind that is never compared with its source (unchecked-hash, PEP 552):
zipping and unpacking change times, and the source is in the same package.
"""

import subprocess
import sys
from pathlib import Path

from skill.errors import CaseCompassError

ROOT_ON_LAMBDA = "/var/task"
"""Where Lambda unpacks a function; tracebacks name files below it."""
SNAP_START_FROM = (3, 12)
_VERSIONS = ((3, 11), (3, 12), (3, 13))
_SECONDS = 300


def runtime() -> str:
    """Lambda's name for the Python that runs this, such as ``python3.13``; CaseCompassError when we support none."""
    version = sys.version_info[:2]
    if version not in _VERSIONS or sys.implementation.name != "cpython":
        known = ", ".join(f"{major}.{minor}" for major, minor in _VERSIONS)
        raise CaseCompassError(
            f"a package for Lambda is built by the Python that will run it, one of {known};"
            f" this is {sys.implementation.name} {version[0]}.{version[1]}: name one with make PYTHON=..."
        )
    return f"python{version[0]}.{version[1]}"


def compile_bytecode(folder: Path) -> None:
    """Compile every source below the folder. Raises ``CaseCompassError`` with what the compiler said.

    In a process of its own, which no plug-in or variable of this environment reaches: what is compiled then depends
    on the sources and on this Python alone.
    """
    command = [sys.executable, "-S", "-s", "-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash"]
    where = ["-s", str(folder), "-p", ROOT_ON_LAMBDA, str(folder)]
    done = subprocess.run(  # noqa: S603 - this Python, on what was built
        [*command, *where],
        env={},
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    if done.returncode:
        raise CaseCompassError(f"a source cannot be compiled:\n{done.stdout}{done.stderr}")
