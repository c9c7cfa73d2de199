"""What the page gives as a file, and what it replays: a recording, a file of somebody, the project's own scripts."""

import json
from pathlib import Path
from typing import Any

import pytest

from simulator.recording.script import Script, scripts_in
from tests.page.stages import HOST, client_of, get, own_skill, post, stage_of, tea_skill, told
from tests.simulator.tea import Json, Skill, ask, tell


def _file(client: Any, path: str, status: int = 200) -> str:
    answer = client.get(path, base_url=HOST)
    assert answer.status_code == status
    text: str = answer.text
    return text


def test_the_page_gives_the_recording_as_a_script_that_names_its_decision() -> None:
    stage = told(stage_of(own_skill()), "open case compass", "my package never came")
    (script,) = scripts_in(_file(client_of(stage), "/api/recording.yaml?name=A%20late%20package"), Script)
    assert (script.name, script.decision, script.locale) == ("A late package", "lost_package", "en-US")


def test_the_page_gives_the_recording_as_a_file_of_the_ask_cli() -> None:
    stage = told(stage_of(tea_skill(Skill(ask()))), "open tea corner", "i want sencha")
    file = json.loads(_file(client_of(stage), "/api/recording.json"))
    assert list(file) == ["skillId", "locale", "type", "userInput"]
    assert file["userInput"] == ["open tea corner", "i want sencha", ".quit"]


@pytest.mark.parametrize(
    "lines", [(), ("open tea corner", ":silence"), (":locale de-DE", "öffne tee ecke"), (".quit",)]
)
def test_a_talk_that_the_ask_cli_cannot_have_is_told_why(lines: tuple[str, ...]) -> None:
    stage = told(stage_of(tea_skill(Skill(ask()))), *lines)
    error = json.loads(_file(client_of(stage), "/api/recording.json", 409))["error"]
    assert error["says"]
    assert error["do"]


def test_the_page_replays_a_file_and_says_step_by_step_what_changed() -> None:
    answers = Skill(ask("Which tea?"), ask("Which tea would you like?"), tell())
    client = client_of(told(stage_of(tea_skill(answers)), "open tea corner"))
    replay = post(client, "/api/replay", {"text": _file(client, "/api/recording.yaml")})
    (step,) = replay["steps"]
    assert (replay["title"], replay["locale"]) == ("a recorded talk", "en-US")
    assert (step["line"], step["changed"], step["failed"]) == ("open tea corner", ["speech"], [])
    assert step["before"]["speech"] == "Which tea?"
    assert step["turn"]["speech"] == "Which tea would you like?"
    assert get(client, "/api/world")["turns"] == 1


def test_the_page_replays_a_file_of_the_ask_cli_and_expects_nothing() -> None:
    client = client_of(told(stage_of(tea_skill(Skill(ask()))), "open tea corner", "sencha"))
    text = _file(client, "/api/recording.json")
    steps = post(client, "/api/replay", {"format": "ask-cli", "text": text})["steps"]
    assert [(step["line"], step["before"], step["changed"]) for step in steps] == [
        ("open tea corner", None, []),
        ("sencha", None, []),
    ]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({"text": "- name: x\n  locle: en-US"}, "0.locle"),
        ({"text": "a: &a [1]\nb: *a"}, "aliases"),
        ({"text": "[" * 10_000}, "levels"),
        ({"text": "- name: x\n  name: y"}, "name stands twice"),
        ({"text": "!!python/object/apply:os.system [ls]"}, "YAML"),
        ({"text": ""}, "list of scripts"),
        ({"text": "[]"}, "several scripts or none"),
        ({"text": "- {name: x, locale: en-US, talk: [{you: ':sing'}]}"}, "line 1 of 'x', ':sing'"),
        ({"text": "- {name: x, locale: fr-FR, talk: [{you: bonjour}]}"}, "fr-FR"),
        ({"text": "- {name: x, locale: en-US, talk: [{you: yes}]}"}, "0.talk.0.you"),
        ({"text": "- {name: x, locale: en-US, talk: [{you: ':later 999999 weeks'}]}"}, "line 1"),
        ({"format": "ask-cli", "text": "{}"}, "skillId"),
        (
            {"format": "ask-cli", "text": '{"skillId": "x", "locale": "en-US", "userInput": [".record x"]}'},
            ".record x",
        ),
        ({"format": "pdf", "text": ""}, "format"),
    ],
)
def test_a_file_that_cannot_be_replayed_is_explained(body: Json, says: str) -> None:
    client = client_of(stage_of(tea_skill(Skill(ask()))))
    assert says in post(client, "/api/replay", body, 400)["error"]["says"]


def test_of_several_scripts_in_a_file_one_is_chosen_by_name() -> None:
    client = client_of(stage_of(tea_skill(Skill(ask()))))
    text = "".join(f"- {{name: {name}, locale: en-US, talk: [{{you: sencha}}]}}\n" for name in ("one", "two"))
    assert post(client, "/api/replay", {"text": text, "name": "two"})["title"] == "two"
    assert "'one', 'two'" in post(client, "/api/replay", {"text": text}, 400)["error"]["says"]


def test_the_projects_own_scripts_are_listed_and_replayed_by_id(tmp_path: Path) -> None:
    folder = tmp_path / "en"
    folder.mkdir()
    text = "- {name: first, locale: en-US, talk: [{you: i want sencha, heard: OrderTeaIntent, says: [milk]}]}\n"
    (folder / "tea.yaml").write_text(text, encoding="utf-8")
    client = client_of(stage_of(tea_skill(Skill(ask())), scripts=tmp_path))
    assert get(client, "/api/scripts") == {"scripts": [{"id": "en/tea.yaml#0", "name": "first", "locale": "en-US"}]}
    (step,) = post(client, "/api/replay", {"id": "en/tea.yaml#0"})["steps"]
    assert step["failed"] == ["says: 'milk' is not in what Alexa says"]
    for strange in ("en/tea.yaml#1", "../tea.yaml#0", "/etc/passwd"):
        post(client, "/api/replay", {"id": strange}, 404)


def test_a_skill_of_somebody_else_has_no_scripts() -> None:
    assert get(client_of(stage_of(tea_skill(Skill(ask())))), "/api/scripts") == {"scripts": []}
