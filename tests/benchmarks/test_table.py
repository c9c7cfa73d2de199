"""Rows, their targets, and the table that is read."""

import json
from pathlib import Path

import pytest

from benchmarks.interleave import interleaved, ratio
from benchmarks.row import Row, Target, compared
from benchmarks.table import figure, markdown, write


def test_each_side_is_measured_as_often_and_every_other_round_goes_backwards() -> None:
    order: list[str] = []

    def ran(name: str) -> int:
        order.append(name)
        return len(order)

    samples = interleaved({"ours": lambda: ran("ours"), "theirs": lambda: ran("theirs")}, 2)
    assert order == ["ours", "theirs", "ours", "theirs", "theirs", "ours"]
    assert samples == {"ours": [3, 6], "theirs": [4, 5]}


def test_the_ratio_is_the_median_of_the_pairs_and_not_that_of_the_medians() -> None:
    assert ratio([1, 4, 9], [2, 2, 9]).median == 1
    assert ratio([1, 4, 9], [2, 2, 9]).low == 0.75


@pytest.mark.parametrize(
    ("target", "met"),
    [
        (Target(0.5), True),
        (Target(0.49), False),
        (Target(0.5, at_least=True), True),
        (Target(0.51, at_least=True), False),
        (Target(0.1, "instructions"), True),
        (Target(0.09, "instructions"), False),
        (Target(1, "ours"), True),
        (Target(0.9, "ours"), False),
        (None, None),
    ],
)
def test_a_target_is_met_or_missed_by_the_figure_that_it_is_about(target: Target | None, met: bool | None) -> None:
    row = compared("m", ("ours", "theirs"), "ms", [1.0], [2.0], instructions=(10, 100), target=target)
    assert row.met is met


def test_a_target_in_instructions_is_neither_met_nor_missed_where_none_were_counted() -> None:
    row = compared("m", ("ours", "theirs"), "ms", [1.0], [2.0], target=Target(1, "instructions"))
    assert row.met is None
    assert "not measured" in markdown([row])


def test_the_table_has_a_line_for_each_row_with_as_many_cells() -> None:
    rows = [
        compared("m", ("ours", "theirs"), "ms", [1.0], [4.0], instructions=(10, 100), target=Target(0.2)),
        Row("m", "ours", "theirs", missing="wrk is missing"),
    ]
    head, _, first, second = markdown(rows).splitlines()
    assert {line.count("|") for line in (head, first, second)} == {head.count("|")}
    assert "**no**" in first
    assert "| 0.25 |" in first
    assert "wrk is missing" in second


def test_the_table_is_written_for_people_and_for_machines(tmp_path: Path) -> None:
    row = compared("m", ("ours", "theirs"), "ms", [1.0], [4.0], target=Target(0.5))
    write([row], tmp_path / "bench")
    assert (tmp_path / "bench" / "table.md").read_text(encoding="utf-8") == markdown([row])
    (kept,) = json.loads((tmp_path / "bench" / "table.json").read_text(encoding="utf-8"))["rows"]
    assert (kept["ratio"]["median"], kept["met"]) == (0.25, True)


@pytest.mark.parametrize(
    ("number", "text"),
    [(None, ""), (0, "0"), (0.0123, "0.0123"), (0.00012, "0.000120"), (12.345, "12.3"), (12345.6, "12,346")],
)
def test_figures_have_three_digits_and_no_exponent(number: float | None, text: str) -> None:
    assert figure(number) == text
