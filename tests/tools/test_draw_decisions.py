"""The pages with the decisions' drawings."""

from pathlib import Path

import pytest

from skill.decision.graph import mermaid
from skill.decision.model import Ask, Outcome, otherwise
from skill.decision.models import MODELS
from skill.value import replace
from tests.decision.toys import toy
from tools import draw_decisions
from tools.draw_decisions import FOLDER, main, page, pages
from tools.generated import stale, write

TOY = toy(Ask("hungry", otherwise("bye")), Outcome("bye", solved=True))


def test_a_page_has_a_title_a_legend_and_the_drawing() -> None:
    text = page(MODELS["lost_package"])
    assert text.startswith("# Lost package\n\nDrawn by `make diagrams` from `skill/decision/models/lost_package.py`.")
    assert "edges marked * complete the published guidance" in text
    assert text.endswith(f"\n```mermaid\n{mermaid(MODELS['lost_package'])}```\n")


@pytest.mark.parametrize("model_id", MODELS)
def test_a_page_says_in_which_file_its_decision_stands(model_id: str) -> None:
    file = Path("skill/decision/models") / f"{model_id}.py"
    assert f"`{file}`" in page(MODELS[model_id])
    assert (FOLDER.parent.parent / file).exists()


def test_every_decision_is_drawn_and_then_nothing_is_stale(tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "diagrams"
    assert stale(pages(folder)) == [folder / f"{model_id}.md" for model_id in MODELS]
    write(pages(folder))
    assert stale(pages(folder)) == []
    assert {file.stem for file in folder.iterdir()} == MODELS.keys()


def test_a_page_that_was_edited_is_stale(tmp_path: Path) -> None:
    write(pages(tmp_path))
    (tmp_path / "lost_package.md").write_text("by hand", encoding="utf-8")
    assert stale(pages(tmp_path)) == [tmp_path / "lost_package.md"]


def test_the_committed_pages_are_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0
    assert capsys.readouterr().out == ""


def test_a_page_that_is_missing_fails_the_check_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(draw_decisions, "MODELS", {"toy": TOY})
    assert main(["--check"]) == 1
    assert capsys.readouterr().out == "docs/diagrams/toy.md:1: stale; run 'make diagrams' and commit the result\n"


def test_a_decision_that_cannot_be_walked_is_not_drawn(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(draw_decisions, "MODELS", {"toy": replace(TOY, start="nowhere")})
    for arguments in ([], ["--check"]):
        assert main(arguments) == 1
        told = capsys.readouterr().out
        assert told == "decision 'toy' is drawn wrongly:\n- start: there is no node 'nowhere'\n"
    assert not (FOLDER / "toy.md").exists()


def test_without_decisions_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draw_decisions, "MODELS", {})
    assert main([]) == 0
