"""Running what is measured: a program that fails is never a figure, and the gate closes when a target is missed."""

import sys
from pathlib import Path

import pytest

from benchmarks import __main__ as program
from benchmarks.bench import Bench
from benchmarks.callgrind import available, instructions
from benchmarks.load import write_requests
from benchmarks.process import ProgramFailed, run
from benchmarks.row import Row, Target


def test_a_program_that_ends_well_took_some_time() -> None:
    spent, wrote = run([sys.executable, "-c", "import sys; print('said', file=sys.stderr)"], {})
    assert spent.wall_ms > 0
    assert spent.cpu_ms > 0
    assert wrote == "said\n"


def test_a_program_that_fails_is_no_figure_and_says_what_it_wrote() -> None:
    with pytest.raises(ProgramFailed, match="no such thing"):
        run([sys.executable, "-c", "raise SystemExit('no such thing')"], {})


def test_a_program_that_never_ends_is_ended() -> None:
    with pytest.raises(ProgramFailed):
        run([sys.executable, "-c", "import time; time.sleep(60)"], {}, seconds=0.5)


def test_a_program_finds_nothing_in_its_environment_but_what_it_is_given(tmp_path: Path) -> None:
    code = f"import os; open({str(tmp_path / 'seen')!r}, 'w').write(os.environ.get('HOME', 'nothing'))"
    run([sys.executable, "-c", code], {})
    assert (tmp_path / "seen").read_text(encoding="utf-8") == "nothing"


@pytest.mark.real
def test_twice_the_work_is_more_instructions() -> None:
    assert available(), "valgrind is missing: run tools/install_program.sh valgrind"
    once, twice = (
        instructions([sys.executable, "-S", "-c", f"for _ in range({times}): pass"], {}, 1)
        for times in (100_000, 1_100_000)
    )
    assert 50 < twice - once < 5000


def test_requests_are_written_after_their_lengths(tmp_path: Path) -> None:
    write_requests([b"one", b"three"], tmp_path / "requests")
    assert (tmp_path / "requests").read_bytes() == b"3\none5\nthree"


@pytest.mark.parametrize(("limit", "status"), [(0, 1), (1, 0)])
def test_with_a_gate_a_missed_target_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, limit: float, status: int
) -> None:
    row = Row("m", "ours", ours=1, target=Target(limit, "ours"))
    monkeypatch.setattr(program, "MEASURES", {"one": lambda _bench: [row]})
    given = ["--only", "one", "--output", str(tmp_path)]
    assert program.main([*given, "--gate"]) == status
    assert program.main(given) == 0


def test_a_measure_that_cannot_be_made_says_so_in_the_table(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(_bench: object) -> list[Row]:
        raise ProgramFailed("the server did not start")

    monkeypatch.setattr(program, "MEASURES", {"one": fail})
    assert program.main(["--only", "one", "--output", str(tmp_path)]) == 0
    assert "the server did not start" in (tmp_path / "table.md").read_text(encoding="utf-8")


def test_no_measure_finds_what_another_left(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def leave(bench: Bench) -> list[Row]:
        (bench.scratch / "left").mkdir()
        return []

    monkeypatch.setattr(program, "MEASURES", {"one": leave, "another": leave})
    assert program.main(["--only", "one,another", "--output", str(tmp_path)]) == 0


def test_an_unknown_measure_is_refused_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        program.main(["--only", "cold,could"])
    assert "there is no measure 'could'" in capsys.readouterr().err
