"""The screen of a device: what it tells the skill about itself, and which document is on it.

It is that of an Echo Show of eight inches (the viewport profile hubLandscapeMedium). Nothing is drawn: the simulator
knows that a document is shown, and what its token is. A request says how large the screen is twice, as ``Viewports``
and in the older form ``Viewport`` that Amazon's SDK reads. Sources: request-and-response-json-reference,
apl-viewport-property, apl-interface.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.envelope import Json
from simulator.judge.directives import RENDER
from simulator.judge.response import Directive

APL = "Alexa.Presentation.APL"
"""The interface that draws on the screen."""
APL_VERSION = "2024.3"
"""The newest version of APL that the device draws."""

INTERFACES: Json = {APL: {"runtime": {"maxVersion": APL_VERSION}}}
"""What ``supportedInterfaces`` has for a device with a screen."""

_WIDTH, _HEIGHT, _PIXELS_AN_INCH = 1280, 800, 213
_VIDEO: Json = {"codecs": ["H_264_42", "H_264_41"]}

VIEWPORT: Json = {
    "experiences": [{"arcMinuteWidth": 346, "arcMinuteHeight": 216, "canRotate": False, "canResize": False}],
    "mode": "HUB",
    "shape": "RECTANGLE",
    "pixelWidth": _WIDTH,
    "pixelHeight": _HEIGHT,
    "dpi": _PIXELS_AN_INCH,
    "currentPixelWidth": _WIDTH,
    "currentPixelHeight": _HEIGHT,
    "touch": ["SINGLE"],
    "video": _VIDEO,
}
VIEWPORTS: list[Json] = [
    {
        "type": "APL",
        "id": "main",
        "shape": "RECTANGLE",
        "dpi": _PIXELS_AN_INCH,
        "presentationType": "STANDARD",
        "canRotate": False,
        "configuration": {
            "current": {
                "mode": "HUB",
                "video": _VIDEO,
                "size": {"type": "DISCRETE", "pixelWidth": _WIDTH, "pixelHeight": _HEIGHT},
            }
        },
    }
]


@dataclass
class Screen:
    """One screen. ``token`` is that of the document on it, None while there is none.

    One that ``forgets_to_end`` goes dark after silence without a word to the skill, as an Echo Show was seen to do.
    """

    token: str | None = None
    forgets_to_end: bool = False

    def draw(self, directives: Iterable[Directive]) -> bool:
        """Show the last document of a response; False when it has none."""
        documents = [directive for directive in directives if directive.type == RENDER]
        if documents:
            self.token = str(documents[-1].get("token") or "")
        return bool(documents)

    def as_context(self) -> Json:
        """What the context of a request has besides ``System``."""
        shown = {} if self.token is None else {APL: {"token": self.token, "version": APL_VERSION}}
        return {"Viewports": VIEWPORTS, "Viewport": VIEWPORT} | shown
