"""Rules of directives other than Dialog and Connections: which there are, which need what, and which do not mix."""

import json
from collections.abc import Iterator

from simulator.finding import APL, AUDIO, CUSTOM_INTERFACE, RESPONSE, VIDEO, Finding
from simulator.judge.case import Case
from simulator.judge.entities import UPDATE
from simulator.judge.response import STEPS, as_object

INTERFACES = (
    "Alexa.Presentation.APL",
    "Alexa.Presentation.APLT",
    "Alexa.Presentation.HTML",
    "AudioPlayer",
    "VideoApp",
)
"""A directive of one of these is rejected by a device that does not name it in its supportedInterfaces."""
OTHERS = ("Alexa.Presentation.APLA", "Connections", "CustomInterfaceController", "Tasks")
"""The other families of directives."""
DIALOG = (*STEPS, UPDATE, "Dialog.DelegateRequest")
"""The directives about a dialog; the last is that of Alexa Conversations."""
RENDER = "Alexa.Presentation.APL.RenderDocument"
COMMANDS = "Alexa.Presentation.APL.ExecuteCommands"
MOST_TOKEN_CHARACTERS = 1_024
MOST_URL_CHARACTERS = 8_000
MOST_PAYLOAD_BYTES = 1_000


def directive_rules(case: Case) -> Iterator[Finding]:
    """Every rule for the directives of a response, Dialog and Connections apart."""
    for directive in case.body.directives:
        family = directive.type.rpartition(".")[0]
        if family in INTERFACES and family not in case.interfaces:
            says = f"{directive.type} was sent to a device whose supportedInterfaces do not have {family}"
            yield Finding("directive-unsupported", says, RESPONSE)
        elif family not in INTERFACES + OTHERS and directive.type not in (*DIALOG, "Hint"):
            yield Finding("directive-unknown", f"there is no directive {directive.type!r}", RESPONSE)
    types = [directive.type for directive in case.body.directives]
    yield from _apl(types)
    yield from _documents(case)
    yield from _players(case, types)
    yield from _limits(case)


def _apl(types: list[str]) -> Iterator[Finding]:
    if "Dialog.Delegate" in types and any(name.startswith("Alexa.Presentation.APL") for name in types):
        yield Finding("apl-with-delegate", "an APL directive cannot go with Dialog.Delegate", APL)
    asking = [name for name in types if name in ("Dialog.ElicitSlot", "Dialog.ConfirmSlot", "Dialog.ConfirmIntent")]
    if COMMANDS in types and asking:
        yield Finding("apl-with-dialog", f"APL commands cannot go with {asking[0]}", APL)


def _documents(case: Case) -> Iterator[Finding]:
    """A document is there, and commands are for the document that is on the screen."""
    shown = as_object(case.request["context"].get("Alexa.Presentation.APL")).get("token")
    for directive in case.body.directives:
        if directive.type == RENDER:
            shown = directive.get("token")
            if not directive.part("document"):
                yield Finding("apl-document", f"{RENDER} needs a document", APL)
        elif directive.type == COMMANDS and (shown is None or directive.get("token") != shown):
            says = f"the commands are for the document {directive.get('token')!r}; on the screen is {shown!r}"
            yield Finding("apl-token", says, APL)


def _players(case: Case, types: list[str]) -> Iterator[Finding]:
    plays = types.count("AudioPlayer.Play")
    if plays > 1:
        yield Finding("audio-single", f"a response can play one stream; this one has {plays}", AUDIO)
    if "VideoApp.Launch" in types:
        if plays:
            yield Finding("video-with-audio", "VideoApp.Launch cannot go with AudioPlayer.Play", VIDEO)
        if not case.body.absent:
            yield Finding("video-session", "VideoApp.Launch allows no shouldEndSession", VIDEO)


def _limits(case: Case) -> Iterator[Finding]:
    for directive in case.body.directives:
        if directive.type == "AudioPlayer.Play":
            stream = as_object(directive.part("audioItem").get("stream"))
            for name, most in (("token", MOST_TOKEN_CHARACTERS), ("url", MOST_URL_CHARACTERS)):
                if len(str(stream.get(name, ""))) > most:
                    yield Finding("audio-length", f"the {name} of the stream is longer than {most} characters", AUDIO)
        if directive.type == "CustomInterfaceController.SendDirective":
            payload = len(json.dumps(directive.get("payload")).encode())
            if payload > MOST_PAYLOAD_BYTES:
                says = f"the payload has {payload} bytes; Amazon takes {MOST_PAYLOAD_BYTES}"
                yield Finding("payload-size", says, CUSTOM_INTERFACE)
