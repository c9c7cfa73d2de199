"""Lines of YAML and JSON files."""

import json
from pathlib import Path

import pytest

from tools.places import Place, SourceError, Steps, json_line, read_yaml

JSON = """{
  "a": {"b": 1, "c": [10,
    20, {"d": "}"}],
    "e": []
  },
  "f": "\\"a\\": 1"
}"""


@pytest.mark.parametrize(
    ("steps", "line"),
    [
        ((), 1),
        (("a",), 2),
        (("a", "c", 0), 2),
        (("a", "c", 1), 3),
        (("a", "c", 2, "d"), 3),
        (("a", "e"), 4),
        (("f",), 6),
        (("a", "e", 7), 4),
        (("a", "nowhere", "b"), 2),
        (("f", "a"), 6),
    ],
)
def test_a_piece_of_json_has_the_line_where_it_begins(steps: Steps, line: int) -> None:
    json.loads(JSON)
    assert json_line(JSON, steps) == line


def test_yaml_keeps_every_scalar_as_it_was_typed_and_its_line(tmp_path: Path) -> None:
    file = tmp_path / "tea.yaml"
    file.write_text("no: [yes, 1]\nsince: 2026-01-01\n", encoding="utf-8")
    source = read_yaml(file)
    assert source.data == {"no": ["yes", "1"], "since": "2026-01-01"}
    assert source.place(("since",)) == Place(file, 2)
    assert source.place(("since", "not", "there")) == Place(file, 2)
    assert source.place(("nowhere",)) == Place(file, 1)


def test_an_empty_yaml_file_is_an_empty_mapping(tmp_path: Path) -> None:
    file = tmp_path / "tea.yaml"
    file.write_text("", encoding="utf-8")
    assert read_yaml(file).data == {}


def test_a_source_error_reads_path_line_and_what_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "tea.yaml"
    file.write_text("a: 1\nb: 2\na: 3\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"tea\.yaml:3: the key 'a' is given twice; join the two"):
        read_yaml(file)
