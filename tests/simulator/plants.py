"""Responses with a planted fault each, and clean ones, for the judge."""

from typing import NamedTuple

from simulator.envelope import intent_request, launch_request, session_ended_request, skill_event
from simulator.services.permissions import NAME, REMINDERS
from tests.simulator.tea import NOW, Json, ask, delegate, elicit, tell

SCREEN = {"Alexa.Presentation.APL": {"runtime": {"maxVersion": "2024.3"}}, "AudioPlayer": {}, "VideoApp": {}}
LAUNCH = launch_request("en-US", NOW)
ENDED = session_ended_request("en-US", NOW, "USER_INITIATED")
DISABLED = skill_event("SkillDisabled", NOW)
ORDER: Json = intent_request("en-US", NOW, {"name": "OrderTeaIntent", "confirmationStatus": "NONE"}, "STARTED")
COMPLETED: Json = ORDER | {"dialogState": "COMPLETED"}


def _without(response: Json, *names: str) -> Json:
    return response | {"response": {name: value for name, value in response["response"].items() if name not in names}}


def _card(**fields: object) -> Json:
    return tell(card=fields)


def _directives(*types: str, **fields: object) -> Json:
    return tell(directives=[{"type": name, **fields} for name in types])


def _open(response: Json) -> Json:
    return response | {"response": ask()["response"] | {"directives": response["response"]["directives"]}}


def _open_without_words(response: Json) -> Json:
    return response | {"response": delegate()["response"] | {"directives": response["response"]["directives"]}}


def _picture(url: str) -> Json:
    return _card(type="Standard", title="Tea", text="Green.", image={"smallImageUrl": url})


APL = "Alexa.Presentation.APL.RenderDocument"
COMMANDS = "Alexa.Presentation.APL.ExecuteCommands"
SLOT_NOT_DECLARED = {"name": "OrderTeaIntent", "slots": {"sugar": {"name": "sugar"}}}
MANY_ENTITIES = [{"name": "Tea", "values": [{"name": {"value": "x", "synonyms": ["y"]}}] * 51}]

SOME_TEA = [{"name": "Tea", "values": [{"id": "mint", "name": {"value": "mint tea", "synonyms": ["mint"]}}]}]
SOME_COFFEE = [{"name": "Coffee", "values": [{"name": {"value": "mocha"}}]}]


def _ask_for_reminders(**payload: object) -> Json:
    right = {"@type": "AskForPermissionsConsentRequest", "@version": "1", "permissionScope": REMINDERS}
    return _directives("Connections.SendRequest", name="AskFor", payload=right | payload)


def _ask_for_name(scope: object = NAME, level: object = "ACCOUNT", **more: object) -> Json:
    wanted = [{"permissionScope": scope, "consentLevel": level}]
    asking = {"@type": "AskForPermissionsConsentRequest", "@version": "2", "permissionScopes": wanted}
    uri = "connection://AMAZON.AskForPermissionsConsent/2"
    return _directives("Connections.StartConnection", **{"uri": uri, "input": asking} | more)


class Plant(NamedTuple):
    """A response with a fault, the rule that must find it, and the request that it answers."""

    says: str
    rule: str
    response: Json
    request: Json = ORDER
    interfaces: Json | None = None


PLANTS = [
    Plant("a version is missing", "shape", {"response": tell()["response"]}),
    Plant("the response is empty", "shape", {}),
    Plant("shouldEndSession is a word", "shape", tell(shouldEndSession="yes")),
    Plant("a directive has no type", "shape", tell(directives=[{}])),
    Plant("more than Amazon takes", "size", tell() | {"sessionAttributes": {"a": "x" * 130_000}}),
    Plant("more than we keep to", "size", tell() | {"sessionAttributes": {"a": "x" * 25_000}}),
    Plant("a value is not a number in JSON", "json", tell() | {"sessionAttributes": {"a": float("nan")}}),
    Plant(
        "speech has text and ssml",
        "speech-shape",
        tell(outputSpeech={"type": "SSML", "ssml": "<speak/>", "text": ""}),
    ),
    Plant("speech has an unknown type", "speech-shape", tell(outputSpeech={"type": "Text", "text": "Tea."})),
    Plant("speech is longer than 8000", "speech-length", tell("a" * 8_001)),
    Plant("speech is there but empty", "speech-empty", tell(outputSpeech={"type": "PlainText", "text": " "})),
    Plant(
        "a reprompt is longer than 8000",
        "speech-length",
        ask(reprompt={"outputSpeech": {"type": "PlainText", "text": "a" * 8_001}}),
    ),
    Plant(
        "plain text holds tags",
        "plain-text-markup",
        tell(outputSpeech={"type": "PlainText", "text": "A <break/> B."}),
    ),
    Plant("an ampersand is not escaped", "ssml-malformed", tell("Tea & milk.")),
    Plant("a tag is not closed", "ssml-malformed", tell("<p>Tea.")),
    Plant("an entity is HTML's", "ssml-malformed", tell("Tea&nbsp;time.")),
    Plant(
        "there is a document type",
        "ssml-malformed",
        tell(outputSpeech={"type": "SSML", "ssml": "<!DOCTYPE speak><speak>Tea.</speak>"}),
    ),
    Plant("the root is not speak", "ssml-root", tell(outputSpeech={"type": "SSML", "ssml": "<p>Tea.</p>"})),
    Plant("speak stands in speak", "ssml-root", tell("<speak>Tea.</speak>")),
    Plant("a tag is unknown", "ssml-tag", tell("<b>Tea</b>.")),
    Plant("an attribute is unknown", "ssml-attribute", tell('<break length="1s"/>Tea.')),
    Plant("an attribute is missing", "ssml-attribute", tell("<say-as>12</say-as>.")),
    Plant("an attribute has a wrong value", "ssml-attribute", tell('<say-as interpret-as="digit">12</say-as>.')),
    Plant("a break is longer than ten seconds", "ssml-break", tell('<break time="11s"/>Tea.')),
    Plant("a sound is not https", "ssml-attribute", tell('<audio src="http://example.com/a.mp3"/>')),
    Plant("there are six sounds", "ssml-audio", tell('<audio src="https://example.com/a.mp3"/>' * 6)),
    Plant("a brace is left in speech", "placeholder", tell("Your {item} comes.")),
    Plant("a bracket is left in speech", "placeholder", tell("Order [order number] comes.")),
    Plant(
        "a percent field is left in a reprompt",
        "placeholder",
        ask(reprompt={"outputSpeech": {"type": "PlainText", "text": "A %(item)s?"}}),
    ),
    Plant("the card is a list", "card-shape", tell(card=[{"type": "Simple", "content": "a"}])),
    Plant("the card's type is unknown", "card-shape", _card(type="Fancy", title="a")),
    Plant("a Simple card has text", "card-shape", _card(type="Simple", title="a", text="b")),
    Plant("a Standard card has content", "card-shape", _card(type="Standard", title="a", content="b")),
    Plant(
        "a permission card has words",
        "card-shape",
        _card(type="AskForPermissionsConsent", permissions=["alexa::a"], title="b"),
    ),
    Plant("a permission card asks for nothing", "card-shape", _card(type="AskForPermissionsConsent", permissions=[])),
    Plant(
        "a permission has a wrong name",
        "card-permission",
        _card(type="AskForPermissionsConsent", permissions=["email"]),
    ),
    Plant("a LinkAccount card has words", "card-shape", _card(type="LinkAccount", title="b")),
    Plant("a card has no body", "card-empty", _card(type="Simple", title="a")),
    Plant("a card is longer than 8000", "card-length", _card(type="Simple", title="a", content="b" * 8_000)),
    Plant("a card has markup", "card-markup", _card(type="Simple", title="a", content="b<br>c")),
    Plant("a brace is left on a card", "placeholder", _card(type="Simple", title="a", content="{item}")),
    Plant("a picture is not https", "card-image", _picture("http://example.com/a.png")),
    Plant("a picture's address is longer than 2000", "card-image", _picture("https://example.com/" + "a" * 2_000)),
    Plant("a question closes the session", "question-closed", tell("Which tea would you like?")),
    Plant(
        "a question has no shouldEndSession",
        "question-closed",
        _without(tell("Which <s>tea?</s>"), "shouldEndSession"),
    ),
    Plant("an open session has no reprompt", "open-without-reprompt", _without(ask(), "reprompt")),
    Plant("a reprompt stands in a closed session", "reprompt-closed", ask("Enjoy.", shouldEndSession=True)),
    Plant("nothing is said and nothing closed", "empty", {"version": "1.0", "response": {}}),
    Plant("the end is answered with speech", "session-ended-answered", _without(tell(), "shouldEndSession"), ENDED),
    Plant(
        "the end is answered with a card",
        "session-ended-answered",
        {"version": "1.0", "response": {"card": {"type": "LinkAccount"}}},
        ENDED,
    ),
    Plant(
        "the end is answered with a directive",
        "session-ended-answered",
        {"version": "1.0", "response": {"directives": [{"type": "AudioPlayer.Stop"}]}},
        ENDED,
    ),
    Plant(
        "the end is kept open",
        "session-ended-answered",
        {"version": "1.0", "response": {"shouldEndSession": False}},
        ENDED,
    ),
    Plant("an event is answered with speech", "event-answered", _without(tell(), "shouldEndSession"), DISABLED),
    Plant("an event opens a session", "event-answered", ask(), DISABLED),
    Plant(
        "a dialog goes on in a closed session", "dialog-closed", _directives("Dialog.ElicitSlot", slotToElicit="tea")
    ),
    Plant("a launch elicits without an intent", "dialog-intent", elicit(), LAUNCH),
    Plant("an elicitation names no slot", "dialog-slot", ask(directives=[{"type": "Dialog.ElicitSlot"}])),
    Plant("an updated intent has a strange slot", "dialog-slot", elicit(updatedIntent=SLOT_NOT_DECLARED)),
    Plant("an elicited slot has no dialog", "dialog-dropped", elicit("cups")),
    Plant(
        "two steps of a dialog", "dialog-single", _open(_directives("Dialog.ConfirmIntent", "Dialog.ConfirmIntent"))
    ),
    Plant("a delegation speaks", "delegate-speech", _open(_directives("Dialog.Delegate"))),
    Plant("a complete dialog is delegated", "delegate-completed", delegate(), COMPLETED),
    Plant(
        "entities are updated somehow",
        "dynamic-entities",
        _directives("Dialog.UpdateDynamicEntities", updateBehavior="ADD"),
    ),
    Plant(
        "there are 102 entities",
        "dynamic-entities",
        _directives("Dialog.UpdateDynamicEntities", updateBehavior="REPLACE", types=MANY_ENTITIES),
    ),
    Plant(
        "entities are a word",
        "dynamic-entities",
        _directives("Dialog.UpdateDynamicEntities", updateBehavior="REPLACE", types="green"),
    ),
    Plant(
        "entities are replaced by none",
        "dynamic-entities",
        _directives("Dialog.UpdateDynamicEntities", updateBehavior="REPLACE"),
    ),
    Plant(
        "entities are for a type that the model lacks",
        "dynamic-unheard",
        _directives("Dialog.UpdateDynamicEntities", updateBehavior="REPLACE", types=SOME_COFFEE),
    ),
    Plant("a directive is unknown", "directive-unknown", _directives("Teapot.Boil")),
    Plant("a directive about a dialog is unknown", "directive-unknown", _directives("Dialog.Boil")),
    Plant("a screen is drawn on where there is none", "directive-unsupported", _directives(APL)),
    Plant(
        "APL goes with a delegation", "apl-with-delegate", _open(_directives(APL, "Dialog.Delegate")), ORDER, SCREEN
    ),
    Plant(
        "commands go with an elicitation",
        "apl-with-dialog",
        _open(_directives(COMMANDS, "Dialog.ElicitSlot", slotToElicit="tea")),
        ORDER,
        SCREEN,
    ),
    Plant("there is nothing to draw", "apl-document", _directives(APL, token="tea"), ORDER, SCREEN),
    Plant("commands are for no document", "apl-token", _directives(COMMANDS, token="tea"), ORDER, SCREEN),
    Plant("two streams play", "audio-single", _directives("AudioPlayer.Play", "AudioPlayer.Play"), ORDER, SCREEN),
    Plant(
        "a stream's token is too long",
        "audio-length",
        _directives("AudioPlayer.Play", audioItem={"stream": {"token": "a" * 1_025}}),
        ORDER,
        SCREEN,
    ),
    Plant(
        "a film goes with a stream",
        "video-with-audio",
        _directives("AudioPlayer.Play", "VideoApp.Launch"),
        ORDER,
        SCREEN,
    ),
    Plant("a film decides about the session", "video-session", _directives("VideoApp.Launch"), ORDER, SCREEN),
    Plant("a connection leaves the session open", "connection-open", _open(_directives("Connections.SendRequest"))),
    Plant("consent is asked for with the wrong type", "consent-request", _ask_for_reminders(**{"@type": "AskFor"})),
    Plant("consent is asked for in another version", "consent-request", _ask_for_reminders(**{"@version": "2"})),
    Plant("consent is asked for nothing", "consent-request", _ask_for_reminders(permissionScope=None)),
    Plant("consent is asked for something unknown", "consent-request", _ask_for_reminders(permissionScope="tea")),
    Plant("reminders are a way to the name", "consent-request", _ask_for_reminders(permissionScope=NAME)),
    Plant("a connection asks for nothing", "consent-request", _ask_for_name(input={})),
    Plant("a connection asks for something unknown", "consent-request", _ask_for_name("name")),
    Plant("a connection asks on no level", "consent-request", _ask_for_name(level="HOUSE")),
    Plant("a connection comes back somehow", "consent-request", _ask_for_name(onCompletion="LATER")),
    Plant(
        "a gadget's payload is too large",
        "payload-size",
        _directives("CustomInterfaceController.SendDirective", payload={"a": "b" * 1_000}),
    ),
]


CLEAN: dict[str, tuple[Json, Json]] = {
    "a question with a reprompt": (ask(), LAUNCH),
    "a statement that ends": (tell(), ORDER),
    "a statement without shouldEndSession": (_without(tell(), "shouldEndSession"), ORDER),
    "an elicitation of a declared slot": (elicit(), ORDER),
    "an elicitation after a launch with an intent of its own": (
        elicit(updatedIntent={"name": "OrderTeaIntent"}),
        LAUNCH,
    ),
    "a delegation": (delegate(), ORDER),
    "a delegation without shouldEndSession, as Amazon's SDKs write it": (
        _without(delegate(), "shouldEndSession"),
        ORDER,
    ),
    "a delegation of another intent when this one is complete": (
        _open_without_words(_directives("Dialog.Delegate", updatedIntent={"name": "BookTableIntent"})),
        COMPLETED,
    ),
    "a delegation of an intent without a dialog": (
        _open_without_words(_directives("Dialog.Delegate", updatedIntent={"name": "AskSellerIntent"})),
        ORDER,
    ),
    "entities for a type of the model": (
        _directives("Dialog.UpdateDynamicEntities", updateBehavior="REPLACE", types=SOME_TEA),
        ORDER,
    ),
    "entities that are cleared": (_directives("Dialog.UpdateDynamicEntities", updateBehavior="CLEAR"), ORDER),
    "an end that is not answered": ({"version": "1.0", "response": {}}, ENDED),
    "an end that is not answered at all": ({}, ENDED),
    "an end answered with attributes only": (
        {"version": "1.0", "sessionAttributes": {"a": 1}, "response": {}},
        ENDED,
    ),
    "an event that is not answered": ({"version": "1.0", "response": {}}, DISABLED),
    "an event that is not answered at all": ({}, DISABLED),
    "consent for reminders": (_ask_for_reminders(), ORDER),
    "consent for a name": (_ask_for_name(onCompletion="RESUME_SESSION"), ORDER),
    "a Simple card whose brackets the person fills in": (_card(type="Simple", title="a", content="[name]"), ORDER),
    "a Standard card": (_picture("https://example.com/a.png"), ORDER),
    "a permission card": (_card(type="AskForPermissionsConsent", permissions=["alexa::profile:email:read"]), ORDER),
    "a LinkAccount card": (_card(type="LinkAccount"), ORDER),
    "fields that are null": (tell(card=None, reprompt=None, directives=None), ORDER),
    "every kind of markup": (
        tell(
            '<p><s>A<break time="500ms"/></s></p><say-as interpret-as="digits">12</say-as><sub alias="a">b</sub>'
            '<lang xml:lang="de-DE">c</lang><prosody rate="slow" volume="+2dB">d</prosody><emphasis level="strong">e'
            '</emphasis><amazon:effect name="whispered">f</amazon:effect><w role="amazon:VB">read</w> &lt; &amp;'
        ),
        ORDER,
    ),
}
