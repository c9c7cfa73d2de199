"""The judge of responses: what Amazon or its certification would refuse, and why, in words and with the source."""

from simulator.envelope import Json
from simulator.finding import Finding as Finding
from simulator.judge.card import card_rules
from simulator.judge.case import Case
from simulator.judge.connections import connection_rules
from simulator.judge.dialog import dialog_rules
from simulator.judge.directives import directive_rules
from simulator.judge.entities import entity_rules
from simulator.judge.session import is_answered, session_rules
from simulator.judge.shape import read, size
from simulator.judge.speech import speech_rules
from simulator.models.declared import Declared

RULES = (speech_rules, card_rules, session_rules, dialog_rules, entity_rules, directive_rules, connection_rules)


def judge(request: Json, response: Json, declared: Declared) -> list[Finding]:
    """Every finding about the response to a request envelope; an empty list is a clean response.

    A response of the wrong shape has only findings about that: the other rules could not read it.
    """
    findings = list(size(response))
    if not response and not is_answered(request["request"]["type"]):
        return findings
    typed, faults = read(response) if not _unwritable(findings) else (None, [])
    if typed is None:
        return findings + faults
    case = Case(request, typed, declared)
    return findings + [finding for rules in RULES for finding in rules(case)]


def _unwritable(findings: list[Finding]) -> bool:
    return any(finding.rule == "json" for finding in findings)
