"""Trouble with an Echo, Fire TV, Kindle or Fire tablet: a first diagnosis, then the devices' own team."""

from skill.decision.condition import Always, Both, Is, Known
from skill.decision.message import Message, Part
from skill.decision.model import Ask, Model, Origin, Outcome, Pick, Rule, Wait, otherwise
from skill.decision.models import parts
from skill.decision.models.channel_graph import CHANNEL_GRAPH
from skill.decision.models.intake import NOT_TRIED
from skill.decision.models.questions import QUESTIONS

WORKS_HOURS = 48
"""A device counts as repaired when it has worked for 48 hours."""

_TRIED = (Part("device.tried", Is("tried", "yes")), Part("device.not_tried", Is("tried", "no")))
_HISTORY = (
    Part("device.support_no_help", Is("device_works", "no")),
    Part("ticket_numbers", Is("device_works", "no")),
    Part("done.email_silent", Is("email_answered", "no")),
    Part("done.email_no_help", Both(Is("email_answered", "yes"), Is("email_solved", "no"))),
)

_SPOKEN = Message("device.spoken", ((Part("device.say_it"), Part("device.tried", Is("tried", "yes"))),))
_CHAT = Message(
    "device.chat",
    ((parts.GREETING,), (Part("device.problem"), *_TRIED), (Part("device.ask"),)),
)
_EMAIL = Message(
    "device.email",
    (
        (parts.GREETING,),
        (Part("device.problem"), *_TRIED),
        _HISTORY,
        (Part("device.ask"),),
        (Part("device.attached", Is("files", "yes")),),
        (parts.REGARDS,),
    ),
    subject=Part("device.subject"),
)
_CLAIM = Message("device.claim", ((Part("device.problem"), *_TRIED), _HISTORY, (Part("ask.claim"),)))

_AFTER_THE_WAIT = (otherwise("device_works", Origin.OWN),)

DEVICE_HELP = Model(
    id="device_help",
    version=2,
    kinds=("P-DEVICE",),
    start="device",
    intake=(
        Ask("device", otherwise("trouble")),
        Ask("trouble", otherwise("tried")),
        Ask(
            "tried",
            Rule(Is("tried", "solved"), "closed", Origin.OWN),
            Rule(Is("files", "yes"), "email"),
            Rule(Is("urgent", "yes"), "device_support", Origin.OWN),
            Rule(Is("tried", "yes"), "device_support"),
            otherwise("ask_alexa"),
        ),
        Outcome(
            "ask_alexa",
            picks=(Pick(Always(), "C-ALEXA"),),
            steps=(
                Part("step.restart_first", NOT_TRIED),
                Part("step.device_support_next"),
            ),
            wait=Wait("amazon", WORKS_HOURS),
            rules=_AFTER_THE_WAIT,
        ),
        Outcome(
            "device_support",
            picks=(Pick(Always(), "C-DEVICE"),),
            steps=(Part("step.registered_device"), Part("step.keep_ticket"), Part("step.watch_two_days")),
            wait=Wait("amazon", WORKS_HOURS),
            rules=_AFTER_THE_WAIT,
        ),
        Ask(
            "device_works",
            Rule(Is("device_works", "yes"), "closed", Origin.OWN),
            otherwise("escalate", Origin.OWN),
        ),
    ),
    shared=CHANNEL_GRAPH,
    questions=QUESTIONS,
    given={"sold_by": "amazon", "settled_by": "works"},
    volunteered=("urgent", "files"),
    messages={
        ("ask_alexa", "C-ALEXA"): _SPOKEN,
        ("device_support", "C-DEVICE"): _CHAT,
        ("email", "C-EMAIL"): _EMAIL,
        ("claim", "C-ORDERS-FORM"): _CLAIM,
    },
    first_steps=(Part("step.note_serial", Known("device")),),
    words={"tried": "restart", "solved": "goods", "email_solved": "device"},
)
"""The decision for a device that does not work or cannot be set up."""
