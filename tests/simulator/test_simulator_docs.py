"""docs/simulator.md says what is there: every rule, every command, every option and every key."""

import re
from pathlib import Path

from simulator.commands import COMMANDS
from simulator.console import OWN_COMMANDS
from simulator.permissions import SCOPES
from simulator.services.faults import KINDS
from simulator.services.router import SERVICES
from tests.simulator.plants import PLANTS
from tests.simulator.test_json_lines import KEYS

PROJECT = Path(__file__).resolve().parents[2]
DOCS = (PROJECT / "docs" / "simulator.md").read_text(encoding="utf-8")


def _rules_in_code() -> set[str]:
    files = [*(PROJECT / "simulator" / "judge").glob("*.py"), PROJECT / "simulator" / "exchange.py"]
    return {rule for file in files for rule in re.findall(r'\bFinding\(\s*"([a-z-]+)"', file.read_text("utf-8"))}


def test_every_rule_is_documented_and_every_rule_of_the_judge_has_a_planted_fault() -> None:
    judged = DOCS.partition("## The judge")[2].partition("## In tests")[0]
    rows = "".join(line for line in judged.splitlines() if line.startswith("| "))
    rules = _rules_in_code() | {"speech-shape", "shape"}
    assert set(re.findall(r"`([a-z-]+)`", rows)) == rules
    assert {plant.rule for plant in PLANTS} == rules - {"endpoint"}


def test_every_command_and_every_key_is_documented() -> None:
    for name in (*COMMANDS, *OWN_COMMANDS, *KEYS, "refused", "rang"):
        assert f"`{name}`" in DOCS.replace("\\|", "|")


def test_every_service_fault_and_permission_is_documented() -> None:
    for name in (*SERVICES, *KINDS, *SCOPES):
        assert f"`{name}`" in DOCS
