"""The table in docs/security.md tells what is so."""

from pathlib import Path

import pytest

from tests.security.cases import CASES
from tests.security.table import PAGE, in_page, measured, shown


def test_the_table_has_a_row_for_every_hostile_request_and_all_are_refused() -> None:
    rows = in_page(PAGE.read_text(encoding="utf-8")).splitlines()[2:]
    assert [row.split(" | ")[0].removeprefix("| ") for row in rows] == [shown(name) for name in CASES]
    assert {row.split(" | ")[1] for row in rows} == {"400"}


@pytest.mark.real
def test_the_table_tells_what_both_servers_do_today(tmp_path: Path) -> None:
    assert in_page(PAGE.read_text(encoding="utf-8")) == measured(tmp_path)
