"""Asking for a permission, and hearing what came of it."""

import pytest
from ask_sdk_core.serialize import DefaultSerializer

from skill.alexa.permissions import NAME_SCOPE, REMINDERS_SCOPE, ask_by_card, ask_by_voice, consent_of, known_refused
from skill.conversation.turn import Consent
from tests.alexa.envelopes import Json, envelope, launch, parsed


def sent(thing: object) -> Json:
    """What Alexa is sent, without the fields that are not there."""
    whole: Json = DefaultSerializer().serialize(thing)
    return whole


def test_reminders_are_asked_for_by_voice() -> None:
    assert sent(ask_by_voice("reminders", "the case")) == {
        "type": "Connections.SendRequest",
        "name": "AskFor",
        "payload": {
            "@type": "AskForPermissionsConsentRequest",
            "@version": "1",
            "permissionScope": "alexa::alerts:reminders:skill:readwrite",
        },
        "token": "the case",
    }


def test_the_name_is_asked_for_by_voice() -> None:
    assert sent(ask_by_voice("name", "the case")) == {
        "type": "Connections.StartConnection",
        "uri": "connection://AMAZON.AskForPermissionsConsent/2",
        "input": {
            "@type": "AskForPermissionsConsentRequest",
            "@version": "2",
            "permissionScopes": [{"permissionScope": "alexa::profile:name:read", "consentLevel": "ACCOUNT"}],
        },
        "onCompletion": "RESUME_SESSION",
        "token": "the case",
    }


@pytest.mark.parametrize(("kind", "scope"), [("reminders", REMINDERS_SCOPE), ("name", NAME_SCOPE)])
def test_a_permission_is_asked_for_on_a_card(kind: str, scope: str) -> None:
    assert sent(ask_by_card(kind)) == {"type": "AskForPermissionsConsent", "permissions": [scope]}


def reminders_answer(**fields: object) -> Json:
    """What Alexa sends when she has asked for reminders."""
    return {"type": "Connections.Response", "name": "AskFor", "token": "t", **fields}


def profile_answer(**fields: object) -> Json:
    """What Alexa sends when she has asked for a part of the profile."""
    return {"type": "SessionResumedRequest", "cause": {"type": "ConnectionCompleted", "token": "t", **fields}}


def heard(request: Json) -> Consent:
    return consent_of(parsed(envelope(request)).request)


OK = {"code": "200", "message": "OK"}
RESULTS: list[tuple[object, Consent]] = [
    ({"permissionScope": REMINDERS_SCOPE, "status": "ACCEPTED", "isCardThrown": False}, Consent.ACCEPTED),
    ({"status": "DENIED"}, Consent.DENIED),
    ({"status": "NOT_ANSWERED"}, Consent.UNANSWERED),
    ({"status": "REDIRECT_TO_APP"}, Consent.UNHEARD),
    ({"status": None}, Consent.UNHEARD),
    ({"status": ["ACCEPTED"]}, Consent.UNHEARD),
    ({}, Consent.UNHEARD),
    (None, Consent.UNHEARD),
]


@pytest.mark.parametrize(("result", "consent"), RESULTS)
def test_the_answer_is_heard_from_either_request(result: object, consent: Consent) -> None:
    assert heard(reminders_answer(status=OK, payload=result)) is consent
    assert heard(profile_answer(status=OK, result=result)) is consent


@pytest.mark.parametrize("status", [{"code": "204"}, {"code": "400"}, {"code": "500"}, {"code": None}, {}, None])
def test_an_answer_that_did_not_work_out_was_not_heard(status: Json | None) -> None:
    yes = {"status": "ACCEPTED"}
    assert heard(reminders_answer(status=status, payload=yes)) is Consent.UNHEARD
    assert heard(profile_answer(status=status, result=yes)) is Consent.UNHEARD


@pytest.mark.parametrize(
    "request_",
    [
        reminders_answer(),
        profile_answer(),
        profile_answer(status=OK, result="ACCEPTED"),
        {"type": "SessionResumedRequest"},
        {"type": "SessionResumedRequest", "cause": None},
        launch(),
    ],
)
def test_whatever_is_missing_was_not_heard(request_: Json) -> None:
    assert heard(request_) is Consent.UNHEARD


@pytest.mark.parametrize(
    ("permissions", "refused"),
    [
        (None, False),
        ({}, False),
        ({"consentToken": "x"}, False),
        ({"scopes": None}, False),
        ({"scopes": {}}, False),
        ({"scopes": {NAME_SCOPE: {"status": "DENIED"}}}, False),
        ({"scopes": {REMINDERS_SCOPE: {"status": "GRANTED"}}}, False),
        ({"scopes": {REMINDERS_SCOPE: {"status": "DENIED"}}}, True),
        ({"scopes": {REMINDERS_SCOPE: {}}}, True),
        ({"scopes": {REMINDERS_SCOPE: None}}, True),
    ],
)
def test_a_refusal_is_known_only_when_alexa_says_so(permissions: Json | None, *, refused: bool) -> None:
    event = envelope(launch())
    event["context"]["System"]["user"] = {"userId": "u", "permissions": permissions}
    assert known_refused(parsed(event), REMINDERS_SCOPE) is refused


@pytest.mark.parametrize("context", [{}, {"System": {}}, {"System": {"user": {}}}])
def test_an_envelope_that_says_little_refuses_nothing(context: Json) -> None:
    event = envelope(launch()) | {"context": context}
    assert known_refused(parsed(event), NAME_SCOPE) is False


def test_a_yes_of_this_request_outdoes_a_refusal_in_its_envelope() -> None:
    event = envelope(reminders_answer(status=OK, payload={"status": "ACCEPTED"}))
    event["context"]["System"]["user"] = {"permissions": {"scopes": {REMINDERS_SCOPE: {"status": "DENIED"}}}}
    assert known_refused(parsed(event), REMINDERS_SCOPE) is False
