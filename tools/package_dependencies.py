"""What a package holds of others: the locked wheels that the skill imports, and their licences."""

import shutil
import subprocess
import sys
from email.parser import HeaderParser
from pathlib import Path
from tempfile import TemporaryDirectory

from skill.errors import CaseCompassError

LOCK = Path(__file__).parent.parent / "requirements" / "lambda.txt"
ARCHITECTURES = {"x86_64": "x86_64", "arm64": "aarch64"}
"""Lambda's name of each, and the one that wheels have."""

NEVER_IMPORTED = {
    "requests": "only ask_sdk_core's DefaultApiClient needs it, and the skill has a client of its own",
    "certifi": "requests needs it",
    "charset-normalizer": "requests needs it",
    "idna": "requests needs it",
    "urllib3": "requests needs it",
}
"""What is in the lock because a package names it, and why it does not ship. tools/package_rules.py would notice."""
_NEVER_IMPORTED_FILES = ("ask_sdk_core/api_client.py",)

# Python 3.11 runs on Amazon Linux 2 with glibc 2.26, later ones on Amazon Linux 2023 with 2.34
# (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html).
_GLIBC = ("manylinux_2_26", "manylinux_2_17", "manylinux2014")
_SECONDS = 600


def add_dependencies(folder: Path, architecture: str) -> None:
    """Install the locked wheels for that architecture, and keep of their descriptions only the licences."""
    with TemporaryDirectory() as scratch:
        wanted = Path(scratch) / "requirements.txt"
        wanted.write_text(_imported(LOCK.read_text()))
        _install(wanted, folder, ARCHITECTURES[architecture])
    for described in sorted(folder.glob("*.dist-info")):
        _keep_licences(described, folder / "licenses")
        shutil.rmtree(described)
    for name in _NEVER_IMPORTED_FILES:
        (folder / name).unlink()
    shutil.rmtree(folder / "bin", ignore_errors=True)


def _imported(lock: str) -> str:
    """The lock without what is never imported; an entry begins at the left and goes on indented."""
    kept, skipping = [], False
    for line in lock.splitlines():
        if not line.startswith(" "):
            skipping = line.partition("==")[0] in NEVER_IMPORTED
        if not skipping:
            kept.append(line)
    return "\n".join([*kept, ""])


def _install(wanted: Path, folder: Path, machine: str) -> None:
    """By pip, from wheels alone: none is built here, for this machine, by somebody's setup.py."""
    platforms = [part for glibc in _GLIBC for part in ("--platform", f"{glibc}_{machine}")]
    what = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-compile", "--target", str(folder)]
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    done = subprocess.run(  # noqa: S603 - pip, on the committed lock
        [*pip, *what, *platforms, "-r", str(wanted)], capture_output=True, text=True, timeout=_SECONDS, check=False
    )
    if done.returncode:
        raise CaseCompassError(f"pip could not install requirements/lambda.txt for {machine}:\n{done.stderr.strip()}")


def _keep_licences(described: Path, licences: Path) -> None:
    """The texts that a wheel brings, and the line of its description that names the licence."""
    about = HeaderParser().parsestr((described / "METADATA").read_text())
    target = licences / f"{about['Name']}-{about['Version']}"
    target.mkdir(parents=True)
    said = about["License-Expression"] or about["License"]
    (target / "ABOUT").write_text(f"{about['Name']} {about['Version']}\n{said}\n{about['Home-page'] or ''}\n")
    for file in sorted(described.rglob("*")):
        if file.is_file() and file.name.upper().startswith(("LICENSE", "LICENCE", "NOTICE", "COPYING", "AUTHORS")):
            shutil.copyfile(file, target / file.name)
