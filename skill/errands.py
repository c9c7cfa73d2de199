"""Running what a reply asks for in the world outside, and what the talk has to say of it."""

from skill.conversation.acts import Act
from skill.conversation.errands import ForgetEverything, RemoveReminder, SetReminder
from skill.conversation.plain_acts import REMINDER_GONE, REMINDER_STAYS
from skill.conversation.ports import Refusal, ReminderWish, Services
from skill.conversation.reply import Reply
from skill.conversation.state import Reminder
from skill.conversation.turn import Intention, Turn
from skill.value import Value, replace
from skill.wording.voice import reminder_text


class Done(Value):
    """What came of a reply's errands: the reply as it can be said now, or the turn that says how it went.

    ``remarks`` are to be added to what is said then. ``forget`` asks for the person's record to be removed.
    """

    reply: Reply
    follow_up: Turn | None = None
    remarks: tuple[Act, ...] = ()
    forget: bool = False


def run(reply: Reply, turn: Turn, locale: str, services: Services) -> Done:
    """Run the errands of a reply. Nothing here raises: what fails is said."""
    done = Done(reply)
    for errand in reply.errands:
        match errand:
            case SetReminder():
                done = _set(done, errand, turn, locale, services)
            case RemoveReminder(token):
                done = _removed(done, removed=services.remove_reminder(token))
            case ForgetEverything():
                done = replace(done, forget=True)
    return done


def _set(done: Done, errand: SetReminder, turn: Turn, locale: str, services: Services) -> Done:
    wish = ReminderWish(errand.at, turn.now, errand.zone, locale, reminder_text(locale))
    answer = services.remind(wish)
    result = answer if isinstance(answer, Refusal) else Reminder(answer, errand.at)
    follow_up = replace(
        turn, intention=Intention.REMINDED, facts=(), about=errand.case, reminded=result, new_session=False
    )
    stays = isinstance(result, Reminder) and errand.replaces and not services.remove_reminder(errand.replaces)
    return replace(done, follow_up=follow_up, remarks=(REMINDER_STAYS,) if stays else ())


def _removed(done: Done, *, removed: bool) -> Done:
    if removed:
        return done
    acts = tuple(act for act in done.reply.acts if act not in (REMINDER_GONE, REMINDER_STAYS))
    return replace(done, reply=replace(done.reply, acts=(*acts, REMINDER_STAYS)))
