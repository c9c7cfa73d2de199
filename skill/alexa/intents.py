"""The intents of the interaction models, and what each means to the talk.

The sentences that lead to them stand in ``skill/languages/<language>/heard.yaml``. Tests hold these tables against
the built models.
"""

from skill.conversation.turn import Intention
from skill.value import Value


class Named(Value):
    """The decision that an intent names, and in an alarm the answers that its name holds."""

    problem: str
    given: tuple[tuple[str, str], ...] = ()


PROBLEMS = {
    "LostPackageIntent": Named("lost_package"),
    "OrderProblemIntent": Named("order_problem"),
    "ChangeOrderIntent": Named("change_order"),
    "DamagedItemIntent": Named("damaged_item"),
    "ReturnRefundIntent": Named("return_refund"),
    "AccountIntent": Named("account_access"),
    "GiftCardIntent": Named("gift_card"),
    "PaymentIntent": Named("payment"),
    "ContactSellerIntent": Named("contact_seller"),
    "DeviceHelpIntent": Named("device_help"),
    "SuspiciousContactIntent": Named("suspicious_contact"),
    "AccountTakenOverIntent": Named("account_access", (("account_state", "stolen"),)),
    "CallerOnTheLineIntent": Named("suspicious_contact", (("suspicion", "call"), ("gave", "now"))),
}
"""Intents that name a problem."""

TOPICS_ASKED = {
    "BestChannelIntent": "best",
    "AnswerTimesIntent": "times",
    "PrepareIntent": "steps",
    "SafetyIntent": "safety",
    "SolvedMeansIntent": "solved",
    "NothingHelpsIntent": "nothing_helps",
    "TipsIntent": "tips",
    "WhoAreYouIntent": "who",
    "AreYouAmazonIntent": "amazon",
    "MyDataIntent": "data",
}
"""Intents that ask something by the way, by topic."""


class AskedBySlot(Value):
    """The slot whose value is the topic, and the topic when it holds none."""

    slot: str
    otherwise: str


TOPICS_BY_SLOT = {
    "HowToReachIntent": AskedBySlot("channel", "best"),
    "ChecklistIntent": AskedBySlot("checklist", "buyer"),
}
"""Intents that ask by the way for a topic that a slot names."""

MEANINGS = {
    "CorrectIntent": Intention.CORRECT,
    "ChangeAnswerIntent": Intention.CHANGE,
    "DontKnowIntent": Intention.DONT_KNOW,
    "SkipIntent": Intention.SKIP,
    "GoBackIntent": Intention.BACK,
    "ReadMessageIntent": Intention.READ_MESSAGE,
    "TellSecretIntent": Intention.SECRET,
    "ListCasesIntent": Intention.LIST_CASES,
    "StatusIntent": Intention.STATUS,
    "ContinueIntent": Intention.CONTINUE,
    "CloseCaseIntent": Intention.CLOSE_CASE,
    "RenameCaseIntent": Intention.RENAME_CASE,
    "SendAgainIntent": Intention.SEND_AGAIN,
    "SendAsIntent": Intention.SEND_AS,
    "ForgetCaseIntent": Intention.FORGET_CASE,
    "ForgetMeIntent": Intention.FORGET_ME,
    "RemindMeIntent": Intention.REMIND,
    "CancelReminderIntent": Intention.CANCEL_REMINDER,
    "WaitLongerIntent": Intention.WAIT,
    "MessageSentIntent": Intention.SENT,
    "SignIntent": Intention.SIGN,
    "SayYesIntent": Intention.YES,
    "SayNoIntent": Intention.NO,
    "SayAgainIntent": Intention.REPEAT,
    "AMAZON.YesIntent": Intention.YES,
    "AMAZON.NoIntent": Intention.NO,
    "TellMeMoreIntent": Intention.MORE,
    "AMAZON.NextIntent": Intention.NEXT,
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


class Elicited(Value):
    """The intent and slot in which a bare answer to a question arrives, with all slots of that intent."""

    intent: str
    slot: str
    slots: tuple[str, ...]


_SELLER_CONTACT = Elicited("TellSellerContactIntent", "seller_contact", ("seller_contact",))
_SOLVED = Elicited("TellSolvedIntent", "solved", ("solved", "item"))

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
    "order_state": Elicited("TellOrderStateIntent", "order_state", ("order_state",)),
    "change": Elicited("TellChangeIntent", "change", ("change",)),
    "return_state": Elicited("TellReturnStateIntent", "return_state", ("return_state",)),
    "account_state": Elicited("TellAccountStateIntent", "account_state", ("account_state",)),
    "card_state": Elicited("TellCardStateIntent", "card_state", ("card_state",)),
    "charge_state": Elicited("TellChargeStateIntent", "charge_state", ("charge_state",)),
    "charged": Elicited("TellChargedIntent", "charged", ("charged", "amount", "cents")),
    "amount": Elicited("TellAmountIntent", "amount", ("amount", "cents")),
    "suspicion": Elicited("TellSuspicionIntent", "suspicion", ("suspicion",)),
    "gave": Elicited("TellGaveIntent", "gave", ("gave",)),
    "contact_by": Elicited("TellContactByIntent", "contact_by", ("contact_by",)),
    "checked": Elicited("TellCheckedIntent", "checked", ("checked",)),
    "urgent": Elicited("TellUrgentIntent", "urgent", ("urgent",)),
    "files": Elicited("TellFilesIntent", "files", ("files",)),
    "buying": Elicited("TellBuyingIntent", "buying", ("buying", "days")),
    "tried": Elicited("TellTriedIntent", "tried", ("tried", "trouble")),
    "contacted": _SELLER_CONTACT,
    "seller_answered": _SELLER_CONTACT,
    "amazon_answered": _SELLER_CONTACT,
    "email_answered": _SELLER_CONTACT,
    "device_works": _SOLVED,
    "solved": _SOLVED,
    "email_solved": _SOLVED,
    "settled_by": Elicited("TellSettledByIntent", "settled_by", ("settled_by",)),
    "ticket": Elicited("TellTicketIntent", "ticket", ("ticket",)),
    "case_name": Elicited("RenameCaseIntent", "case_name", ("case_name",)),
    "which_case": Elicited("ContinueIntent", "item", ("item", "kind", "ordinal")),
}
"""Questions whose bare answer needs Dialog.ElicitSlot.

Yes and no reach us as intents of their own; a yes-or-no question elicits for answers such as "not yet".
"""

FREE_TEXT = ("order_number", "question", "secret", "case_name", "ticket")
"""Slots of type AMAZON.SearchQuery: they swallow commands too, which have to be looked for in the text."""
