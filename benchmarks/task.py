"""A folder as Lambda unpacks it, for all sides: the SDK, the skill, programs, and valid bytecode of all of it.

Whoever forgets the bytecode measures the compiler: it costs three times as much as everything else together.
"""

import shutil
import subprocess
import venv
from functools import cached_property
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePath

from tools.compile_words import compile_words

ROOT = Path(__file__).parent.parent
STANDARD = "ask-sdk"
"""The distribution of StandardSkillBuilder."""
RUNTIME = "awslambdaric"
"""AWS's own runtime client."""

_DISTRIBUTIONS = (
    *("ask-sdk-core", "ask-sdk-model", "ask-sdk-runtime", "python-dateutil", "six", "tzdata"),
    *(STANDARD, "ask-sdk-dynamodb-persistence-adapter", "boto3", "botocore", "s3transfer", "jmespath", "urllib3"),
    *("requests", "idna", "certifi", "charset-normalizer"),
    *(RUNTIME, "simplejson", "snapshot-restore-py"),
)
# botocore describes 400 services in 100 megabytes; only these descriptions are read here.
_SERVICES = "botocore/data/"
_DESCRIBED = ("dynamodb", "endpoints", "partitions", "sdk-default-configuration", "_retry")


class Task:
    """The folder, under ``scratch``: ``folder`` is all that the programs need on their path."""

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch
        self.folder = scratch / "task"

    @cached_property
    def python(self) -> str:
        """An interpreter without any packages, as Lambda's is but for AWS's own."""
        venv.create(self.scratch / "bare", symlinks=True)
        return str(self.scratch / "bare" / "bin" / "python")

    def lay_out(self) -> None:
        """Copy everything and compile it."""
        for name in _DISTRIBUTIONS:
            if has(name):
                copy_distribution(distribution(name), self.folder)
        copy_skill(self.folder)
        programs = Path("benchmarks", "programs")
        shutil.copytree(ROOT / programs, self.folder / programs, ignore=_no_bytecode)
        self.compile(self.folder)

    def compile(self, folder: Path) -> None:
        """Write bytecode that is taken for valid whatever the times of the files say, as a package should have it."""
        command = [self.python, "-m", "compileall", "-q", "-j", "2", "--invalidation-mode", "unchecked-hash"]
        subprocess.run([*command, str(folder)], check=True, timeout=300)  # noqa: S603 - our own command


def has(name: str) -> bool:
    """Whether a distribution is installed."""
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def copy_skill(folder: Path) -> None:
    """The skill and Lambda's door to it, with the words compiled."""
    shutil.copytree(ROOT / "skill", folder / "skill", ignore=_no_bytecode)
    compile_words(folder / "skill" / "languages")
    shutil.copytree(ROOT / "lambda", folder, dirs_exist_ok=True, ignore=_no_bytecode)


def copy_distribution(installed: Distribution, folder: Path) -> None:
    """The files of an installed package that are imported or read when it runs."""
    for file in installed.files or ():
        if _is_needed(file):
            target = folder / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(str(installed.locate_file(file)), target)


def _is_needed(file: PurePath) -> bool:
    if ".." in file.parts or "__pycache__" in file.parts or file.parts[0].endswith(".dist-info"):
        return False
    name = file.as_posix()
    return not name.startswith(_SERVICES) or name.removeprefix(_SERVICES).startswith(_DESCRIBED)


def _no_bytecode(_folder: str, names: list[str]) -> set[str]:
    return {name for name in names if name == "__pycache__"}
