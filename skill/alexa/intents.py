"""The intents of the interaction models, and what each means to the talk.

The sentences that lead to them stand in ``skill/languages/<language>/heard.yaml``. Tests hold these tables against
the built models.
"""

from typing import NamedTuple

from skill.conversation.turn import Intention

PROBLEMS = {
    "LostPackageIntent": "lost_package",
    "ContactSellerIntent": "contact_seller",
    "DeviceHelpIntent": "device_help",
}
"""Intents that name a problem, by the id of its decision."""

MEANINGS = {
    "CorrectIntent": Intention.CORRECT,
    "ChangeAnswerIntent": Intention.CHANGE,
    "DontKnowIntent": Intention.DONT_KNOW,
    "SkipIntent": Intention.SKIP,
    "GoBackIntent": Intention.BACK,
    "ReadMessageIntent": Intention.READ_MESSAGE,
    "AMAZON.YesIntent": Intention.YES,
    "AMAZON.NoIntent": Intention.NO,
    "AMAZON.NextIntent": Intention.SKIP,
    "AMAZON.PreviousIntent": Intention.BACK,
    "AMAZON.RepeatIntent": Intention.REPEAT,
    "AMAZON.StartOverIntent": Intention.START_OVER,
    "AMAZON.HelpIntent": Intention.HELP,
    "AMAZON.StopIntent": Intention.STOP,
    "AMAZON.CancelIntent": Intention.STOP,
    "AMAZON.NavigateHomeIntent": Intention.STOP,
    "AMAZON.FallbackIntent": Intention.MISHEARD,
}
"""Intents that carry no fact of their own, or whose facts are meant in a particular way."""


class Elicited(NamedTuple):
    """The intent and slot in which a bare answer to a question arrives, with all slots of that intent."""

    intent: str
    slot: str
    slots: tuple[str, ...]


ELICITED = {
    "item": Elicited("TellItemIntent", "item", ("item", "ordered")),
    "status": Elicited("TellStatusIntent", "status", ("status", "status_date")),
    "status_date": Elicited("TellStatusIntent", "status_date", ("status", "status_date")),
    "ordered": Elicited("TellOrderedIntent", "ordered", ("ordered", "item", "sold_by")),
    "sold_by": Elicited("TellSoldByIntent", "sold_by", ("sold_by", "seller_contact")),
    "order_number": Elicited("TellOrderNumberIntent", "order_number", ("order_number",)),
    "stage": Elicited("TellStageIntent", "stage", ("stage", "item")),
    "topic": Elicited("TellTopicIntent", "topic", ("topic",)),
    "question": Elicited("TellQuestionIntent", "question", ("question",)),
    "days": Elicited("TellBuyingIntent", "days", ("buying", "days")),
    "matter": Elicited("TellMatterIntent", "matter", ("matter", "item")),
    "window": Elicited("TellWindowIntent", "window", ("window",)),
    "device": Elicited("TellDeviceIntent", "device", ("device",)),
    "trouble": Elicited("TellTroubleIntent", "trouble", ("trouble",)),
}
"""Questions whose bare answer needs Dialog.ElicitSlot. Yes and no reach us as built-in intents and are not here."""

SELLER_CONTACT = {
    "not_yet": (("contacted", "no"),),
    "written": (("contacted", "yes"),),
    "silent": (("contacted", "yes"), ("seller_answered", "no")),
    "answered": (("contacted", "yes"), ("seller_answered", "yes")),
}
"""What the values of the slot ``seller_contact`` say about two questions at once."""

FREE_TEXT = ("order_number", "question")
"""Slots of type AMAZON.SearchQuery: they swallow commands too, which have to be looked for in the text."""
