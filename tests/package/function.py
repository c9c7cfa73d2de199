"""A Lambda function as a process: an unpacked package, AWS's own runtime client, an environment with nothing else."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from tests.package.runtime_api import RuntimeApi, serving

CLIENT = ("awslambdaric", "runtime_client", "simplejson", "snapshot_restore_py")
"""The runtime client and what it needs, which on Lambda lies in /var/runtime."""
SKILL_ID = "amzn1.ask.skill.test"
_SECONDS_TO_END = 10

# What Lambda's bootstrap does; before each wait the names and files of all modules are written down.
_START = """
import json, runpy, sys
task, client, report = sys.argv[1:]
sys.path[:0] = [task, client]
from awslambdaric.lambda_runtime_client import LambdaRuntimeClient
wait = LambdaRuntimeClient.wait_next_invocation
def tell_and_wait(self):
    files = {name: getattr(module, "__file__", None) for name, module in sys.modules.items()}
    with open(report, "w") as out:
        json.dump(files, out)
    return wait(self)
LambdaRuntimeClient.wait_next_invocation = tell_and_wait
sys.argv = ["bootstrap", "lambda_function.lambda_handler"]
runpy.run_module("awslambdaric", run_name="__main__")
"""


class Function(NamedTuple):
    """A running function."""

    api: RuntimeApi
    process: subprocess.Popen[bytes]
    scratch: Path

    def finish(self) -> None:
        """Let it come to its next wait, and end it there as Lambda does."""
        assert self.api.idle.wait(_SECONDS_TO_END), self.written()
        self.process.kill()
        self.process.wait(timeout=_SECONDS_TO_END)

    def lines(self) -> list[dict[str, Any]]:
        """What it wrote to the standard output, line by line, if it is JSON."""
        written = (self.scratch / "out").read_text()
        return [json.loads(line) for line in written.splitlines() if line.startswith("{")]

    def written(self) -> str:
        """All that it wrote."""
        return (self.scratch / "out").read_text() + (self.scratch / "err").read_text()

    def modules(self) -> dict[str, str | None]:
        """The modules that it had at its last wait, with their files."""
        told: dict[str, str | None] = json.loads((self.scratch / "modules").read_text())
        return told


def environment(runtime_api: str, more: Mapping[str, str]) -> dict[str, str]:
    """What Lambda sets, as far as a runtime or the skill may look at it."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return {
        "AWS_LAMBDA_RUNTIME_API": runtime_api,
        "AWS_LAMBDA_FUNCTION_NAME": "case-compass",
        "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
        "AWS_EXECUTION_ENV": f"AWS_Lambda_{version}",
        "AWS_REGION": "eu-west-1",
        "AWS_ACCESS_KEY_ID": "local",
        "AWS_SECRET_ACCESS_KEY": "local",
        "LANG": "en_US.UTF-8",
        "TZ": ":UTC",
        "CASE_COMPASS_SKILL_ID": SKILL_ID,
        **more,
    }


def copy_client(target: Path) -> None:
    """Put the runtime client alone into a folder, out of this environment where everything else is too."""
    for name in CLIENT:
        spec = find_spec(name)
        assert spec, f"{name} is missing: run make test-real"
        assert spec.origin
        origin = Path(spec.origin)
        if origin.name == "__init__.py":
            shutil.copytree(origin.parent, target / name)
        else:
            shutil.copy(origin, target)


@contextmanager
def running(package: Path, client: Path, **more: str) -> Iterator[Function]:
    """Start the function with more or other variables; it is killed at the end if it still runs."""
    with TemporaryDirectory() as folder, serving(api := RuntimeApi()) as address:
        scratch = Path(folder)
        with (scratch / "out").open("wb") as out, (scratch / "err").open("wb") as err:
            process = subprocess.Popen(
                [sys.executable, "-I", "-S", "-c", _START, str(package), str(client), str(scratch / "modules")],
                cwd=package,
                env=environment(address, more),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
            )
        try:
            yield Function(api, process, scratch)
        finally:
            process.kill()
            process.wait(timeout=_SECONDS_TO_END)
