"""Acts that are always the same: what they say depends on nothing."""

from skill.conversation.acts import Plain
from skill.conversation.ports import Refusal

MISHEARD = Plain("misheard")
WAY_OUT = Plain("way_out")
CANT_MAKE_IT_OUT = Plain("cant_make_it_out")
NOTHING_BEFORE = Plain("nothing_before")
WENT_BACK = Plain("went_back")
STARTED_OVER = Plain("started_over")
HELP = Plain("help")
SOLVED = Plain("solved")
SOLVED_AT_ONCE = Plain("solved.at_once")
NO_MESSAGE_YET = Plain("no_message_yet")
NOT_NEEDED = Plain("not_needed")
NOT_TAKEN = Plain("not_taken")
NUMBER_DROPPED = Plain("number_dropped")
THERE_IS_MORE = Plain("there_is_more")
NOTHING_MORE = Plain("nothing_more")
ON_THE_CARD = Plain("on_the_card")
GOODBYE = Plain("goodbye")
GOODBYE_KEPT = Plain("goodbye.kept")
NO_CASES = Plain("no_cases")
NO_SUCH_CASE = Plain("no_such_case")
NO_SUCH_FORM = Plain("no_such_form")
SEND_IT_NOW = Plain("send_it_now")
NO_HURRY = Plain("no_hurry")
NO_NAME_NEEDED = Plain("no_name_needed")
FORGOT_EVERYTHING = Plain("forgot_everything")
FORGETTING_FAILED = Plain("forgetting_failed")
NOT_FORGOTTEN = Plain("not_forgotten")
NO_REMINDER = Plain("no_reminder")
NO_REMINDER_THERE = Plain("no_reminder_there")
REMINDER_GONE = Plain("reminder_gone")
REMINDER_STAYS = Plain("reminder_stays")
REMINDER_PAST = Plain("reminder_past")
REMINDER_WHEN = Plain("reminder_when")
NO_LOCAL_TIME = Plain("no_local_time")
REFUSED = {
    refusal: Plain(f"reminder_refused.{refusal.value}") for refusal in Refusal if refusal is not Refusal.NO_PERMISSION
}
ALEXA_ASKS = Plain("alexa_asks")
ALLOW_IN_APP = Plain("allow_in_app")
NOT_ALLOWED = Plain("not_allowed")
LOST_THREAD = Plain("lost_thread")
SIGNED = Plain("signed")
UNSIGNED = Plain("unsigned")
NO_NAME = Plain("no_name")
PLAIN_ACTS = (
    NO_CASES,
    NO_SUCH_CASE,
    NO_SUCH_FORM,
    SEND_IT_NOW,
    NO_HURRY,
    NO_NAME_NEEDED,
    FORGOT_EVERYTHING,
    FORGETTING_FAILED,
    NOT_FORGOTTEN,
    NO_REMINDER,
    NO_REMINDER_THERE,
    REMINDER_GONE,
    REMINDER_STAYS,
    REMINDER_PAST,
    REMINDER_WHEN,
    NO_LOCAL_TIME,
    *REFUSED.values(),
    ALEXA_ASKS,
    ALLOW_IN_APP,
    NOT_ALLOWED,
    LOST_THREAD,
    SIGNED,
    UNSIGNED,
    NO_NAME,
    MISHEARD,
    WAY_OUT,
    CANT_MAKE_IT_OUT,
    NOTHING_BEFORE,
    WENT_BACK,
    STARTED_OVER,
    HELP,
    SOLVED,
    SOLVED_AT_ONCE,
    NO_MESSAGE_YET,
    NOT_NEEDED,
    NOT_TAKEN,
    NUMBER_DROPPED,
    THERE_IS_MORE,
    NOTHING_MORE,
    ON_THE_CARD,
    GOODBYE,
    GOODBYE_KEPT,
)
