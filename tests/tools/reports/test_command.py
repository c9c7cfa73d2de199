"""``python -m tools.reports``: what it writes, prints and refuses."""

from pathlib import Path

import pytest

from simulator.recording.errors import ScriptWrong
from tests.tools.reports.reading import read
from tools.reports import __main__ as command
from tools.reports.report import Report, Section
from tools.reports.table import Table

TEAS = Report("teas", "Tëas", "What there is.", [Section("All", "", [Table("Teas", ("Tea",), [])])], ["2 teas"])


def broken() -> Report:
    raise ScriptWrong("tea.yaml cannot be read: it is wet")


@pytest.fixture(autouse=True)
def reports(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two reports that take no time, and one that fails."""
    made = {"teas": lambda: TEAS, "cups": lambda: TEAS, "broken": broken}
    monkeypatch.setattr(command, "REPORTS", made)


def test_each_report_is_a_page_and_a_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["teas", "--out", str(tmp_path / "new" / "folder")]) == 0
    page = tmp_path / "new" / "folder" / "teas.html"
    assert read(page.read_text(encoding="utf-8")).words.lstrip().startswith("Tëas")
    assert page.with_suffix(".txt").read_text(encoding="utf-8") == TEAS.text()
    assert capsys.readouterr().out == f"Tëas: {page}\n  2 teas\n"


def test_without_a_name_all_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--out", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert told.out.count("2 teas") == 2
    assert told.err == "tea.yaml cannot be read: it is wet\n"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    assert command.main(["teas", "--out", str(tmp_path / "file")]) == 1
    assert "file" in capsys.readouterr().err


def test_a_report_that_is_none_is_told_with_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main(["coffee"])
    assert "there is no report coffee; there are teas, cups, broken" in capsys.readouterr().err
