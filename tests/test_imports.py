"""Who may import whom, and what the Lambda door loads."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEAVY = (
    "pydantic",
    "flask",
    "granian",
    "orjson",
    "yaml",
    "boto3",
    "botocore",
    "requests",
    "cryptography",
    "babel",
    "hassil",
    "simulator",
)
LOAD = """
import importlib.util, os, sys
os.environ.update(CASE_COMPASS_SKILL_ID="amzn1.ask.skill.test", AWS_LAMBDA_FUNCTION_NAME="case-compass")
spec = importlib.util.spec_from_file_location("lambda_function", "lambda/lambda_function.py")
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
assert callable(module.lambda_handler)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """What a fresh Python at the root of the project comes to."""
    command = [sys.executable, "-W", "ignore", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_room_imports_only_what_it_may() -> None:
    done = run("-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache")
    assert done.returncode == 0, done.stdout
    assert " 0 broken" in done.stdout


def test_the_lambda_door_loads_nothing_heavy() -> None:
    done = run("-c", LOAD)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "ask_sdk_core" in loaded
    assert loaded & set(HEAVY) == set()
