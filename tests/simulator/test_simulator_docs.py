"""docs/simulator says what is there: every rule, every program, every command, every option and every key."""

import re
from pathlib import Path

from simulator.__main__ import PROGRAMS
from simulator.services.faults import KINDS
from simulator.services.permissions import SCOPES
from simulator.services.router import SERVICES
from simulator.talk.commands import COMMANDS
from simulator.terminal.console import OWN_COMMANDS
from simulator.terminal.program import parser
from tests.simulator.plants import PLANTS
from tests.simulator.test_json_lines import KEYS

PROJECT = Path(__file__).resolve().parents[2]
PAGES = {page.stem: page.read_text(encoding="utf-8") for page in (PROJECT / "docs" / "simulator").glob("*.md")}
DOCS = "\n".join(PAGES.values())


def _rules_in_code() -> set[str]:
    files = [*(PROJECT / "simulator" / "judge").glob("*.py"), PROJECT / "simulator" / "device" / "exchange.py"]
    return {rule for file in files for rule in re.findall(r'\bFinding\(\s*"([a-z-]+)"', file.read_text("utf-8"))}


def test_every_rule_is_documented_and_every_rule_of_the_judge_has_a_planted_fault() -> None:
    judged = PAGES["judge"]
    rows = "".join(line for line in judged.splitlines() if line.startswith("| "))
    rules = _rules_in_code() | {"speech-shape", "shape"}
    assert set(re.findall(r"`([a-z-]+)`", rows)) == rules
    assert {plant.rule for plant in PLANTS} == rules - {"endpoint"}


def test_every_command_and_every_key_is_documented() -> None:
    for name in (*COMMANDS, *OWN_COMMANDS, *KEYS, "refused", "rang"):
        assert f"`{name}`" in DOCS.replace("\\|", "|")


def test_every_program_and_every_page_is_named() -> None:
    for program in PROGRAMS.keys() - {"talk"}:
        assert f"`python -m simulator {program}`" in PAGES["README"]
    for page in PAGES.keys() - {"README"}:
        assert f"({page}.md)" in PAGES["README"]


def test_every_option_of_the_talk_is_documented() -> None:
    options = re.findall(r"--[a-z-]+", parser().format_help())
    assert len(set(options)) > 10
    for option in set(options) - {"--help"}:
        assert f"`{option}" in PAGES["README"]


def test_every_room_is_named() -> None:
    rooms = {path.parent.name for path in (PROJECT / "simulator").glob("*/__init__.py")}
    for room in rooms:
        assert f"`{room}`" in PAGES["README"]


def test_every_service_fault_and_permission_is_documented() -> None:
    for name in (*SERVICES, *KINDS, *SCOPES):
        assert f"`{name}`" in DOCS
