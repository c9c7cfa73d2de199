"""The shape of a response envelope (request-and-response-json-reference), read strictly."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from simulator.envelope import Json

SLOT_FIELD = {"Dialog.ElicitSlot": "slotToElicit", "Dialog.ConfirmSlot": "slotToConfirm"}
STEPS = (*SLOT_FIELD, "Dialog.ConfirmIntent", "Dialog.Delegate")
"""The directives that say how a dialog goes on; a response has at most one of them."""

PlayBehavior = Literal["ENQUEUE", "REPLACE_ALL", "REPLACE_ENQUEUED"]


class _Part(BaseModel):
    """A part with a known set of fields; what Amazon may add elsewhere is let through by ``_Open``."""

    model_config = ConfigDict(alias_generator=to_camel, extra="forbid", strict=True, frozen=True)


class _Open(_Part):
    model_config = ConfigDict(extra="ignore")


class PlainTextSpeech(_Part):
    """Speech that is spoken as it is written."""

    type: Literal["PlainText"]
    text: str
    play_behavior: PlayBehavior | None = None

    @property
    def spoken(self) -> str:
        """What is to be spoken, as the skill wrote it."""
        return self.text


class SsmlSpeech(_Part):
    """Speech with markup."""

    type: Literal["SSML"]
    ssml: str
    play_behavior: PlayBehavior | None = None

    @property
    def spoken(self) -> str:
        """What is to be spoken, as the skill wrote it."""
        return self.ssml


Speech = Annotated[PlainTextSpeech | SsmlSpeech, Field(discriminator="type")]


class Reprompt(_Part):
    """What is spoken after eight seconds of silence."""

    output_speech: Speech


class Image(_Part):
    """The picture of a Standard card."""

    small_image_url: str | None = None
    large_image_url: str | None = None


class SimpleCard(_Part):
    """A card with a title and plain text; its body is called ``content``."""

    type: Literal["Simple"]
    title: str = ""
    content: str = ""

    @property
    def text(self) -> str:
        """The body."""
        return self.content


class StandardCard(_Part):
    """A card that may have a picture; its body is called ``text``."""

    type: Literal["Standard"]
    title: str = ""
    text: str = ""
    image: Image = Image()


class LinkAccountCard(_Part):
    """Asks the person to link an account; it has no words of its own."""

    type: Literal["LinkAccount"]


class PermissionCard(_Part):
    """Asks for permissions; it has no words of its own."""

    type: Literal["AskForPermissionsConsent"]
    permissions: tuple[str, ...] = Field(min_length=1)


Card = Annotated[SimpleCard | StandardCard | LinkAccountCard | PermissionCard, Field(discriminator="type")]


def as_object(value: object) -> Json:
    """The value if it is a JSON object, else an empty one: a skill may write anything anywhere."""
    return value if isinstance(value, dict) else {}


def as_objects(value: object) -> list[Json]:
    """The JSON objects in a list; none when the value is no list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


class Directive(_Part):
    """A directive: its type, and everything else as it came."""

    model_config = ConfigDict(extra="allow")

    type: str

    def get(self, name: str) -> Any:
        """A field of the directive, or None; which fields there are differs by type."""
        return (self.model_extra or {}).get(name)

    def part(self, name: str) -> Json:
        """A field that should be a JSON object; empty when it is none."""
        return as_object(self.get(name))


class Body(_Open):
    """What is to be said, shown and done."""

    output_speech: Speech | None = None
    reprompt: Reprompt | None = None
    card: Card | None = None
    directives: tuple[Directive, ...] = ()
    should_end_session: bool | None = None

    @property
    def open(self) -> bool:
        """The microphone opens: shouldEndSession is false or null, or absent beside a step of a dialog.

        Amazon's SDKs leave it out with Dialog.Delegate, and Alexa goes on with the dialog all the same.
        """
        if self.absent:
            return any(directive.type in STEPS for directive in self.directives)
        return not self.should_end_session

    @property
    def absent(self) -> bool:
        """There is no shouldEndSession."""
        return "should_end_session" not in self.model_fields_set


class Response(_Open):
    """A response envelope."""

    version: str
    session_attributes: dict[str, Any] = Field(default_factory=dict)
    response: Body
