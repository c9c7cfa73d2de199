"""Whole conversations, played by `ask dialog --replay`: the captions and cards that it keeps are the right ones."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from simulator.options import PROJECT
from tests.ask_cli.cli import Cli

pytestmark = pytest.mark.real

REPLAYS = PROJECT / "replays"
Json = dict[str, Any]


class Played(NamedTuple):
    """What must come of a replay: a piece of each caption, and the title and pieces of the filled card."""

    captions: tuple[str, ...]
    title: str
    card: tuple[str, ...]


PLAYED = {
    "lost_package": Played(
        (
            "this is Case Compass",
            "Tuesday, November 17",
            "Friday, November 20",
            "1-888-280-4331",
            "sold by Amazon, or by a marketplace seller",
            "Is it urgent",
            "in a chat",
            "order number",
            "Your message is in the Alexa app",
            "no reminder",
        ),
        "Your message for Amazon's chat",
        ("The item (kettle) has not arrived. I ordered it on Tuesday, November 17.", "[order number]", "no movement"),
    ),
    "broken_lamp": Played(
        (
            "this is Case Compass",
            "lamp, arrived damaged",
            "return window",
            "order number",
            "112",
            "112 5555555",
            "112 5555555 1234567",
            "your message is in the Alexa app",
            "no reminder",
        ),
        "Your message to the seller",
        ("lamp, order no. 112-5555555-1234567", "It arrived damaged.", "Contact seller"),
    ),
    "paket_verloren": Played(
        (
            "Fall Kompass",
            "kopfhörer",
            "hängt fest",
            "bei Amazon gekauft",
            "dringend",
            "es eilt",
            "steht in der Alexa-App",
            "keine Erinnerung",
        ),
        "Was du bei deinem Rückruf sagst",
        ("bisher nicht angekommen: Kopfhörer", "[Bestellnummer]"),
    ),
    "jacke_mangelhaft": Played(
        (
            "Fall Kompass",
            "schlechte Qualität",
            "bei Amazon gekauft",
            "dringend",
            "Bestellnummer",
            "Wann hast du bestellt",
            "Dienstag, 17. November",
            "deinen Namen",
            "trägst du selbst ein",
        ),
        "Deine E-Mail an Amazon",
        ("aufgegeben am Dienstag, 17. November", "Jacke", "Qualität des Artikels ist mangelhaft"),
    ),
}


def test_every_replay_is_tried_here() -> None:
    assert {file.stem for file in REPLAYS.glob("*.json")} == set(PLAYED)


@pytest.mark.parametrize("name", PLAYED)
def test_a_replay_has_the_expected_captions_and_the_filled_card(name: str, ask: Cli) -> None:
    printed = ask("dialog", "--replay", REPLAYS / f"{name}.json", "--save-skill-io", "kept.json")
    turns = json.loads((ask.folder / "kept.json").read_text(encoding="utf-8"))["invocations"]
    said = json.loads((REPLAYS / f"{name}.json").read_text(encoding="utf-8"))["userInput"][:-1]
    assert [turn["request"]["utterance"] for turn in turns] == said
    captions = [_caption(turn) for turn in turns]
    for caption, piece in zip(captions, PLAYED[name].captions, strict=True):
        assert piece in caption
        assert f"Alexa > {caption}" in printed
    assert printed.count("Session ended") == 1
    assert printed.rstrip().endswith("Goodbye!")
    card = _last_card(turns)
    assert card["title"] == PLAYED[name].title
    assert all(piece in card["content"] for piece in PLAYED[name].card)


def _caption(turn: Json) -> str:
    result = turn["response"]["body"]["result"]
    (only,) = result["alexaExecutionInfo"]["alexaResponses"]
    caption: str = only["content"]["caption"]
    return caption


def _last_card(turns: list[Json]) -> Json:
    bodies = [
        invocation["invocationResponse"]["body"]["response"]
        for turn in turns
        for invocation in turn["response"]["body"]["result"]["skillExecutionInfo"]["invocations"]
    ]
    cards: list[Json] = [body["card"] for body in bodies if "card" in body]
    return cards[-1]


def test_a_turn_that_fails_is_told_while_the_exit_status_of_the_ask_cli_stays_0(ask: Cli, tmp_path: Path) -> None:
    replay = json.loads((REPLAYS / "lost_package.json").read_text(encoding="utf-8"))
    file = tmp_path / "strange.json"
    file.write_text(json.dumps(replay | {"userInput": ["what's the weather", ".quit"]}), encoding="utf-8")
    done = ask.run("dialog", "--replay", file)
    assert done.returncode == 0
    assert "[Error]: Failed to simulate skill. Error: No session is open" in done.stderr
