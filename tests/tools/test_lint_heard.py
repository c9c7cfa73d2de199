"""Mistakes in heard.yaml: each is found on its line, under its rule, and nothing else is."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.tools.tiny import HEARD, heard_file, line_of, plant
from tools.lint.gather import lint


class Mistake(NamedTuple):
    """What is put in the place of what, the rule that it breaks, and a text that is on the line to be named."""

    old: str
    new: str
    rule: str
    at: str
    occurrence: int = 1


MISTAKES = {
    "a wake word in the invocation name": Mistake("tea garden", "echo garden", "invocation-name", "echo garden"),
    "a launch word in the invocation name": Mistake("tea garden", "open garden", "invocation-name", "open garden"),
    "a connecting word in the invocation name": Mistake(
        "tea garden", "tea from gardens", "invocation-name", "tea from"
    ),
    "an article in an invocation name of two words": Mistake("tea garden", "the tea", "invocation-name", "the tea"),
    "an invocation name of one word": Mistake("tea garden", "tea", "invocation-name", "invocation_name: tea"),
    "a digit in the invocation name": Mistake("tea garden", "tea garden 2", "invocation-name", "garden 2"),
    "an upper-case letter in the invocation name": Mistake("tea garden", "Tea garden", "invocation-name", "Tea g"),
    "a hyphen in the invocation name": Mistake("tea garden", "tea-garden hut", "invocation-name", "tea-garden"),
    "a full stop in the invocation name": Mistake("tea garden", "tea garden.", "invocation-name", "garden."),
    "an invocation name that is too generic": Mistake("tea garden", "my orders", "invocation-name", "my orders"),
    "a brand in the invocation name": Mistake("tea garden", "kindle garden", "invocation-name", "kindle garden"),
    "an invocation name that differs in a region": Mistake(
        "  en-US: {}", "  en-US: {invocation_name: tea app}", "invocation-name", "tea app"
    ),
    "free text without a carrier phrase": Mistake(
        "- write down {note}", '- "{note}"', "carrier-phrase", '- "{note}"'
    ),
    "free text beside another slot": Mistake(
        "slots: [note]\n    samples:\n      - write down {note}",
        "slots: [note, day]\n    samples:\n      - on {day} write {note}",
        "free-text-alone",
        "on {day} write",
    ),
    "nothing but a slot": Mistake("- order tea", '- "{tea}"', "lone-slot", '- "{tea}"'),
    "nothing but slots, one of them built in": Mistake(
        "- order tea", '- "{tea} {day}"', "carrier-phrase", "{tea} {day}"
    ),
    "a slot that the intent has not": Mistake("- it is {tea}", "- it is {cup}", "slot-undefined", "it is {cup}"),
    "a slot that nobody has in a slot sample": Mistake('"a {tea}"', '"a {pot}"', "slot-undefined", "a {pot}"),
    "a slot twice in a sample": Mistake("- it is {tea}", "- it is {tea} or {tea}", "slot-repeated", "{tea} or"),
    "a type that is not defined": Mistake("type: Cup", "type: Mug", "type-undefined", "type: Mug"),
    "a built-in type that does not exist": Mistake("AMAZON.DATE", "AMAZON.DAY", "type-undefined", "AMAZON.DAY"),
    "a type without values": Mistake(
        "  Cup:\n    small: [small]\n    big: [big]", "  Cup: {}", "type-empty", "  Cup: {}"
    ),
    "the same sample in two intents": Mistake(
        "- (leave it|let it be)", "- (leave it|order tea)", "sample-in-two-intents", "(leave it|order tea)"
    ),
    "the same sample but for its punctuation": Mistake(
        "- (leave it|let it be)", "- (let it be|order-tea)", "sample-in-two-intents", "order-tea"
    ),
    "a sample twice in an intent": Mistake("- it is {tea}", "- it is [very|] {tea}", "sample-twice", "[very|]"),
    "a region's sample that the language has already": Mistake(
        "- a cuppa please", "- order tea", "sample-twice", "- order tea"
    ),
    "a slot sample twice": Mistake('"a {tea}"', '"[a] {tea}"', "sample-twice", '"[a] {tea}"'),
    "a built-in intent missing": Mistake("  - AMAZON.HelpIntent\n", "", "builtin-missing", "invocation_name"),
    "a built-in intent that does not exist": Mistake(
        "AMAZON.StopIntent\nfree", "AMAZON.StopIntent\n  - AMAZON.HaltIntent\nfree", "intent-name", "HaltIntent"
    ),
    "a digit in a sample": Mistake("- order tea", "- order 2 teas", "digits", "order 2 teas"),
    "a question mark in a sample": Mistake("- order tea", "- may i order tea?", "characters", "order tea?"),
    "an upper-case letter in a sample": Mistake("- order tea", "- order Tea", "characters", "order Tea"),
    "a slot glued to a word": Mistake("- it is {tea}", "- it is {tea}s", "characters", "{tea}s"),
    "a digit in an intent's name": Mistake("NoteIntent:", "Note2Intent:", "intent-name", "Note2Intent:"),
    "a synonym of two values": Mistake("assam", "sencha", "synonym-in-two-values", "[black tea, sencha]"),
    "a synonym twice in a value": Mistake("assam", "black tea", "synonym-twice", "[black tea, black tea]"),
    "a value that is too long": Mistake("assam", "a" * 141, "value-length", "aaa"),
    "a slot in a value": Mistake("[big]", '["big {tea}"]', "value-characters", "big {tea}"),
    "a key that the schema has not": Mistake("    elicit: true", "    elicits: true", "source", "elicits: true"),
    "a key given twice": Mistake("  Cup:\n", "  Tea:\n", "source", "  Tea:", 3),
    "a template that is not closed": Mistake("(leave it|let it be)", "(leave it|let", "source", "(leave it|let"),
    "a rule that is not there": Mistake("- <want> tea", "- <wish> tea", "source", "<wish>"),
    "a rule that is not closed": Mistake("(i want|give me)", "(i want|give", "source", "(i want|give"),
    "a slot that the file does not describe": Mistake("[tea, cup, day]", "[tea, pot]", "source", "[tea, pot]"),
    "a region's synonym of no value": Mistake("        black: [b", "        blue: [b", "source", "blue: [b"),
    "a region's sample of no intent": Mistake(
        "      OrderIntent:\n        - a", "      OderIntent:\n        - a", "source", "OderIntent"
    ),
    "a control word with two meanings": Mistake("[stop, that will do]", "[leave it]", "source", "(leave it|"),
    "a control intent that is not there": Mistake("[LeaveIntent]", "[GoIntent]", "source", "[GoIntent]"),
    "YAML that is none": Mistake("builtins:\n", "builtins: [\n", "source", "  - AMAZON.CancelIntent"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_heard_yaml_is_found_on_its_line(name: str, tmp_path: Path) -> None:
    mistake = MISTAKES[name]
    assert mistake.old in HEARD
    plant(tmp_path, HEARD.replace(mistake.old, mistake.new, 1))
    file = heard_file(tmp_path)
    found = {
        (finding.place, finding.rule)
        for finding in lint(tmp_path)
        if finding.rule not in ("stale", "example-phrase", "locales")
    }
    assert found == {((file, line_of(file, mistake.at, mistake.occurrence)), mistake.rule)}
