"""The text of a card: the message first, ready to copy; then where it goes, what to do, and what to expect."""

from skill.conversation.acts import Card, GuideCard
from skill.decision.condition import Answers
from skill.value import Value
from skill.wording.catalog import Catalog
from skill.wording.fill import fill
from skill.wording.values import for_the_eye


class CardText(Value):
    """A card as it is read: plain text, lines broken by newlines."""

    title: str
    text: str


def card_text(said: Catalog, messages: Catalog, card: Card | GuideCard) -> CardText:
    """The card in words. Unsaid facts of a message are gaps in square brackets."""
    return _guide(messages, card) if isinstance(card, GuideCard) else _message(said, messages, card)


def _guide(messages: Catalog, card: GuideCard) -> CardText:
    writer = _Writer(messages, dict(card.facts))
    points = "\n".join(f"• {writer.part(f'guide.{point}')}" for point in card.points)
    footer = writer.part("card.guide_footer")
    return CardText(writer.part(f"title.guide.{card.topic}"), f"{points}\n\n{footer}")


def _message(said: Catalog, messages: Catalog, card: Card) -> CardText:
    texts = for_the_eye(said, messages, card.facts)
    texts.update(card.channel_facts)
    writer = _Writer(messages, texts)
    blocks = [writer.subject(card.subject)] if card.subject else []
    blocks += writer.paragraphs(card.paragraphs)
    heading = writer.either(f"card.where.{card.channel}", "card.where")
    blocks.append(f"{heading}:\n{writer.either(f'where.{card.channel}.{card.outcome}', f'where.{card.channel}')}")
    steps = "\n".join(f"{number}. {writer.part(step)}" for number, step in enumerate(card.steps, start=1))
    blocks.append(f"{writer.part('card.steps')}:\n{steps}")
    blocks.append(f"{writer.part('card.expect')}:\n{writer.part(f'expect.{card.channel}')}")
    blocks.append(writer.part("card.footer"))
    return CardText(writer.part(f"title.{card.channel}"), "\n\n".join(blocks))


def message_paragraphs(
    said: Catalog, messages: Catalog, paragraphs: tuple[tuple[str, ...], ...], facts: Answers, *, gap: str
) -> list[str]:
    """The message's own paragraphs as plain text, with a word in place of each gap, for reading aloud."""
    return _Writer(messages, for_the_eye(said, messages, facts, gap=gap)).paragraphs(paragraphs)


class _Writer:
    def __init__(self, messages: Catalog, texts: dict[str, str]) -> None:
        self.messages = messages
        self.texts = texts

    def part(self, id_: str) -> str:
        return fill(id_, self.messages.message(id_), self.texts)

    def subject(self, id_: str) -> str:
        return fill("subject.line", self.messages.message("subject.line"), {"subject": self.part(id_)})

    def paragraphs(self, paragraphs: tuple[tuple[str, ...], ...]) -> list[str]:
        return [" ".join(self.part(part) for part in paragraph) for paragraph in paragraphs]

    def either(self, own: str, otherwise: str) -> str:
        """The part with its own id where there is one, else the general one."""
        return self.part(own if self.messages.message(own) else otherwise)
