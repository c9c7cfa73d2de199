"""A small skill that has nothing wrong with it, for the tools to be tried on."""

import json
from pathlib import Path
from typing import Any

from tools.build_models import write_files

HEARD = """\
invocation_name: tea garden
fallback_sensitivity: LOW
locales:
  en-US: {}
  en-GB:
    samples:
      OrderIntent:
        - a cuppa please
    synonyms:
      Tea:
        black: [builders tea]
rules:
  want: (i want|give me)
types:
  Tea:
    green: [green tea, sencha]
    black: [black tea, assam]
  Cup:
    small: [small]
    big: [big]
slots:
  tea:
    type: Tea
    samples: ["{tea}", "a {tea}"]
  cup:
    type: Cup
  day:
    type: AMAZON.DATE
  note:
    type: AMAZON.SearchQuery
    samples: ["{note}"]
intents:
  OrderIntent:
    slots: [tea, cup, day]
    samples:
      - order tea
      - <want> a {cup} {tea}
      - <want> tea on {day}
  TellTeaIntent:
    elicit: true
    slots: [tea]
    samples:
      - it is {tea}
  NoteIntent:
    elicit: true
    slots: [note]
    samples:
      - write down {note}
  LeaveIntent:
    samples:
      - (leave it|let it be)
builtins:
  - AMAZON.CancelIntent
  - AMAZON.FallbackIntent
  - AMAZON.HelpIntent
  - AMAZON.NavigateHomeIntent
  - AMAZON.StopIntent
free_text:
  digits: {oh: "0"}
  repeats: {double: 2}
  control_intents: [LeaveIntent]
  control:
    AMAZON.StopIntent: [stop, that will do]
"""


def manifest() -> dict[str, Any]:
    """A skill.json for the small skill, as data to be spoilt."""
    listing = {
        "name": "Tea Garden",
        "summary": "Tea, in a garden.",
        "description": "Tea. It is not made by, affiliated with or endorsed by Amazon.",
        "examplePhrases": ["Alexa, open tea garden", "Alexa, ask tea garden to order tea", "I want a small sencha"],
        "keywords": ["tea", "garden"],
    }
    pages = {"privacyPolicyUrl": "https://tea.example.org/privacy"}
    return {
        "manifest": {
            "manifestVersion": "1.0",
            "publishingInformation": {
                "locales": {"en-GB": dict(listing), "en-US": dict(listing)},
                "category": "FOOD",
                "testingInstructions": "Order tea.",
            },
            "privacyAndCompliance": {
                "allowsPurchases": False,
                "usesPersonalInfo": True,
                "isChildDirected": False,
                "isExportCompliant": True,
                "containsAds": False,
                "locales": {"en-GB": dict(pages), "en-US": dict(pages)},
            },
            "apis": {"custom": {"endpoint": {"uri": "https://tea.example.org/", "sslCertificateType": "Trusted"}}},
            "permissions": [],
        }
    }


def heard_file(root: Path) -> Path:
    """Where the small skill keeps what it hears."""
    return root / "skill" / "languages" / "en" / "heard.yaml"


def plant(root: Path, heard: str = HEARD, skill: object = None) -> None:
    """Write the small skill into a folder."""
    heard_file(root).parent.mkdir(parents=True, exist_ok=True)
    heard_file(root).write_text(heard, encoding="utf-8")
    write_json(root / "skill.json", manifest() if skill is None else skill)


def plant_and_build(root: Path, heard: str = HEARD, skill: object = None) -> None:
    """Write the small skill into a folder, with its models."""
    plant(root, heard, skill)
    write_files(root)


def write_json(file: Path, data: object) -> None:
    """Write data as JSON that a person can read."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def line_of(file: Path, text: str, occurrence: int = 1) -> int:
    """The number of the line of a file that holds the text for the nth time."""
    lines = file.read_text(encoding="utf-8").split("\n")
    return [number for number, line in enumerate(lines, start=1) if text in line][occurrence - 1]
