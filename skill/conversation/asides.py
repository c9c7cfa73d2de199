"""Questions by the way: answered page by page, with a card, and then back to what was open."""

from skill.conversation.acts import GuideCard, Plain, Point
from skill.conversation.plain_acts import HELP, NOTHING_MORE, ON_THE_CARD, THERE_IS_MORE
from skill.conversation.reply import Reply
from skill.conversation.talk import ANYTHING_ELSE, WHICH_PROBLEM, Talk
from skill.conversation.telling import go_on
from skill.conversation.topics import TOPICS


def say_by_the_way(talk: Talk, act: Plain) -> Reply:
    """Say something and come back to the open question, in other words."""
    if talk.open_question is None:
        talk.change(active=None)
    talk.say(act)
    return go_on(talk, "rephrase")


def tell_topic(talk: Talk, topic: str) -> Reply:
    """Tell the first page of a topic, with all of it on the card."""
    talk.card = GuideCard(topic, TOPICS[topic].points, TOPICS[topic].facts)
    _tell_page(talk, topic, 0)
    talk.say(THERE_IS_MORE if len(TOPICS[topic].pages) > 1 else ON_THE_CARD)
    return _back(talk)


def tell_more(talk: Talk) -> Reply:
    """Tell the next page of what was told last; with nothing told, more about the open question."""
    topic, page = talk.state.topic, talk.state.page + 1
    if topic is None:
        return go_on(talk, "example") if talk.open_question else say_by_the_way(talk, HELP)
    pages = TOPICS[topic].pages
    if page >= len(pages):
        talk.say(NOTHING_MORE)
        return _back(talk)
    _tell_page(talk, topic, page)
    if page + 1 < len(pages):
        talk.say(THERE_IS_MORE)
    return _back(talk)


def more_is_left(talk: Talk) -> bool:
    """Whether a page of what was told last is still to come."""
    topic = talk.state.topic
    return topic is not None and talk.state.page + 1 < len(TOPICS[topic].pages)


def tell_again(talk: Talk) -> Reply:
    """Tell the same page once more."""
    if talk.state.topic is None:
        raise ValueError("nothing was told")
    _tell_page(talk, talk.state.topic, talk.state.page)
    return _back(talk)


def _tell_page(talk: Talk, topic: str, page: int) -> None:
    for point in TOPICS[topic].pages[page]:
        talk.say(Point(point, TOPICS[topic].facts))
    talk.change(topic=topic, page=page)
    talk.told_topic = True


def _back(talk: Talk) -> Reply:
    """To the open question; where there is none, to whether there is anything else."""
    nothing_begun = talk.is_fresh and talk.open_question == WHICH_PROBLEM
    if talk.open_question is None or nothing_begun or talk.state.asked == ANYTHING_ELSE:
        return talk.ask(ANYTHING_ELSE)
    return go_on(talk, "rephrase")
