"""Every message that the skill can need, from the same objects that it talks with."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from skill.alexa.apology import APOLOGY, ONCE_MORE
from skill.conversation.acts import (
    STAGES,
    Act,
    Advise,
    Ask,
    Called,
    CaseList,
    Changed,
    Closed,
    Forgot,
    LeftOpen,
    Moment,
    Noted,
    Odd,
    Opened,
    Passing,
    Point,
    ReadBack,
    ReadMessage,
    ReminderSet,
    Renamed,
    Resumed,
    SentAgain,
    SoFar,
    Status,
    Switched,
    Welcome,
    WelcomeBack,
)
from skill.conversation.plain_acts import PLAIN_ACTS
from skill.conversation.talk import (
    ANYTHING_ELSE,
    CASE_NAME,
    CONFIRM_ORDER_NUMBER,
    EMAIL_ANSWERED,
    FORGET_CASE,
    FORGET_ME,
    ORDER_NUMBER,
    OTHERWISE_SENT,
    REMIND,
    RESUME,
    SIGN,
    WHICH_CASE,
    WHICH_PROBLEM,
)
from skill.conversation.topics import TOPICS
from skill.conversation.values import ODD
from skill.decision.check import reachable
from skill.decision.expects import Choice, Digits, Number
from skill.decision.message import Part
from skill.decision.model import Model, Outcome, Step
from skill.decision.models import MODELS
from skill.decision.models.channels import CHANNELS
from skill.decision.models.questions import NEVER_ASKED, QUESTIONS

MANNERS = ("", "rephrase", "example")
BY_HAND = ("tracking", "serial", "details", "return_request", "gift_card_number", "account_contact")
"""What a message needs and we never ask for: always filled in by hand."""
TOO_MANY_DIGITS = "too_many_digits"
FACT = (("item", "kettle"),)
CASE = Called("item", "kettle")
MOMENT = Moment(datetime(2026, 11, 24, 18, tzinfo=UTC), date(2026, 11, 22))
AHEAD = Moment(datetime(2026, 11, 24, 18, tzinfo=UTC), date(2026, 11, 22), days=2)
GLUE = (
    *("noted.plain", "list.next", "list.rest", "blank"),
    *(f"date.{kind}" for kind in ("day", "week", "weekend", "month", "year")),
    *(f"weekday.{day}" for day in range(1, 8)),
    *(f"month.{month}" for month in range(1, 13)),
    *("sign.at", "sign.dot", "sign.dash"),
    *("money", "money.whole"),
    *("case.own", "case.item", "case.more", "reminder"),
    *(f"case.device.{device}" for device in ("echo", "fire_tv", "kindle", "fire_tablet")),
    *(f"case.{model}" for model in MODELS),
    *(
        "moment",
        "moment.clock",
        "moment.today",
        "moment.tomorrow",
        "moment.weekday",
        "moment.day_ahead",
        "moment.days_ahead",
    ),
    *(f"moment.{half}{minutes}" for half in ("am", "pm") for minutes in ("", ".minutes")),
)
"""Spoken pieces that are no act: they stand inside others."""
FRAMES = (
    "card.where",
    "card.where.C-CALLBACK",
    "card.steps",
    "card.expect",
    "card.footer",
    "card.guide_footer",
    "subject.line",
)
STYLES = {"style.item": ("as said", "last word capital")}
SPELLINGS = "style.words"
"""Words that a language writes otherwise than they reach us from speech, as pairs with an equals sign."""
"""Messages that say how the person's own words are written, and what they may say."""

TAKEN = tuple(question for question in QUESTIONS if any(model.takes(question) for model in MODELS.values()))
"""Questions that somebody can be asked: each that a decision takes may be opened again."""


def acts() -> Iterator[Act]:
    """One act for every message that is an act's."""
    yield from (*PLAIN_ACTS, APOLOGY, Welcome(), Welcome("again"))
    for problem in MODELS:
        yield from (Opened(problem), Switched(problem))
    yield from about_cases()
    yield from (Noted(FACT), Changed(FACT), LeftOpen("on_card"), LeftOpen())
    yield from (Odd(reason) for reason in (*ODD, TOO_MANY_DIGITS))
    yield from (SoFar("1"), ReadBack("1"), ReadMessage((), {}))
    yield from (Point(point, topic.facts) for topic in TOPICS.values() for point in topic.points)
    for model, outcome in told():
        yield from (Advise(outcome.id, channel) for channel in channels(model, outcome))
    steps = (node.id for model in MODELS.values() for node in _nodes(model) if isinstance(node, Step))
    yield from (Passing(step) for step in steps)
    yield from (ask for asks in questions() for ask in asks)


def about_cases() -> Iterator[Act]:
    """One act for every message that is about a case or a time."""
    yield from (kind(CASE) for kind in (WelcomeBack, Resumed, Renamed, Closed, Forgot, SentAgain))
    yield CaseList((CASE, Called("device", "echo"), Called("return_refund")), 2)
    yield from (Status(stage, CASE, MOMENT) for stage in STAGES)
    yield from (ReminderSet(MOMENT), ReminderSet(AHEAD, "relative"))


def questions() -> Iterator[tuple[Ask, ...]]:
    """Every question in each manner in which it can be put."""
    for question, about in (*worded(), *((own, "") for own in (WHICH_PROBLEM, CONFIRM_ORDER_NUMBER, ANYTHING_ELSE))):
        yield tuple(Ask(question, manner, about) for manner in MANNERS)
    yield (Ask(ORDER_NUMBER, "more"),)
    yield tuple(Ask(EMAIL_ANSWERED, manner, OTHERWISE_SENT) for manner in MANNERS)
    for question in (RESUME, WHICH_CASE, CASE_NAME, SIGN, FORGET_CASE, FORGET_ME):
        yield tuple(Ask(question, manner, case=CASE) for manner in MANNERS)
    yield tuple(Ask(REMIND, manner, "", CASE, MOMENT) for manner in MANNERS)
    yield tuple(Ask(REMIND, manner, "relative", CASE, AHEAD) for manner in MANNERS)
    yield (Ask(ONCE_MORE), Ask(ONCE_MORE, "rephrase"))


def worded() -> dict[tuple[str, str], None]:
    """Every question with each wording that some decision has for it."""
    return dict.fromkeys(
        (question, model.words.get(question, ""))
        for question in TAKEN
        for model in MODELS.values()
        if model.takes(question)
    )


def told() -> Iterator[tuple[Model, Outcome]]:
    """Every outcome that has a message, with its decision."""
    for model in MODELS.values():
        yield from ((model, node) for node in _nodes(model) if isinstance(node, Outcome) and not node.solved)


def channels(model: Model, outcome: Outcome) -> tuple[str, ...]:
    """The channels to which the outcome can send somebody in this decision."""
    ids = dict.fromkeys(pick.channel for pick in outcome.picks)
    return tuple(channel for channel in ids if (outcome.id, channel) in model.messages)


def echoes() -> Iterator[str]:
    """How each fact is said back, but for digits, which are read back."""
    for question in TAKEN:
        expects = QUESTIONS[question].expects
        if isinstance(expects, Choice):
            yield from (f"echo.{question}.{value}" for value in expects.values)
        elif not isinstance(expects, Digits):
            yield f"echo.{question}"
        if isinstance(expects, Number):
            yield f"echo.{question}.1"


def said() -> set[str]:
    """The ids that said.po must have, and no others."""
    return {*(act.key for act in acts()), *echoes(), *GLUE}


def parts() -> Iterator[Part]:
    """Every part of a message or a card."""
    for model, outcome in told():
        yield from (*model.first_steps, *outcome.steps)
        for channel in channels(model, outcome):
            yield from model.messages[outcome.id, channel].parts


def messages(placeholders: set[str]) -> set[str]:
    """The ids that messages.po must have, and no others; places (``where.*``) are looked at by themselves.

    ``placeholders`` are those in its messages: each needs a gap, and a choice its values' words.
    """
    ends = {channel for model, outcome in told() for channel in channels(model, outcome)}
    gaps = {name for name in placeholders if name in QUESTIONS or name in NEVER_ASKED or name in BY_HAND}
    return {
        *FRAMES,
        *STYLES,
        SPELLINGS,
        *(part.id for part in parts()),
        *(f"{kind}.{channel}" for channel in ends for kind in ("title", "expect")),
        *(f"title.guide.{topic}" for topic in TOPICS),
        *(f"guide.{point}" for topic in TOPICS.values() for point in topic.points),
        *(f"placeholder.{name}" for name in gaps),
        *(value for name in gaps for value in _written_values(name)),
    }


def _written_values(placeholder: str) -> tuple[str, ...]:
    asked = QUESTIONS.get(placeholder)
    expects = asked.expects if asked else NEVER_ASKED.get(placeholder)
    if isinstance(expects, Number):
        return (f"value.{placeholder}", f"value.{placeholder}.1")
    return tuple(f"value.{placeholder}.{value}" for value in expects.values) if isinstance(expects, Choice) else ()


def places() -> set[tuple[str, str]]:
    """Every outcome and channel for which a card says where the message goes."""
    return {(outcome.id, channel) for model, outcome in told() for channel in channels(model, outcome)}


def arguments(key: str) -> frozenset[str]:
    """The placeholders that a spoken message may have."""
    if key.startswith(("ask.remind", "ask.resume", "ask.forget_case")):
        return frozenset({"at", "case"})
    if key in ("noted", "changed"):
        return frozenset({"facts"})
    kind, _, rest = key.partition(".")
    if kind == "point":
        return frozenset(TOPICS[rest.partition(".")[0]].facts)
    return frozenset(_ARGUMENTS.get(kind, ()))


_ARGUMENTS = {
    "echo": ("value",),
    "list": ("first", "last"),
    "date": ("weekday", "day", "month", "year"),
    "money": ("whole", "cents"),
    "odd": ("lowest", "highest"),
    "so_far": ("digits",),
    "read_back": ("digits",),
    "case": ("name", "number"),
    "case_list": ("cases", "number"),
    "moment": ("day", "hour", "days", "weekday", "minute"),
    "status": ("case", "until"),
    "reminder_set": ("at",),
    **dict.fromkeys(("welcome_back", "resumed", "renamed", "closed", "forgot", "sent_again"), ("case",)),
}


def card_arguments(id_: str) -> set[str]:
    """The placeholders that a part of a card may have."""
    facts = {*QUESTIONS, *NEVER_ASKED, *BY_HAND}
    if id_ == "subject.line":
        return {"subject"}
    if id_ == "value.days":
        return {"number"}
    if id_.startswith("guide."):
        return {*TOPICS[id_.split(".")[1]].facts}
    if id_.startswith("where."):
        return {*CHANNELS[id_.split(".")[1]].facts}
    return facts if id_ in {part.id for part in parts()} else set()


def _nodes(model: Model) -> Iterator[object]:
    return (model.nodes[node_id] for node_id in sorted(reachable(model)))


def act_classes(base: type[Act] = Act) -> set[type[Act]]:
    """Every kind of act that there is."""
    return {base} - {Act} | {kind for child in base.__subclasses__() for kind in act_classes(child)}
