"""A device and person of whom Alexa's services tell nothing."""

from skill.conversation.ports import Refusal, ReminderWish


class NoServices:
    """Fulfils ``skill.conversation.ports.Services``: nothing can be had, and nothing is done."""

    def time_zone(self) -> str | None:
        """None."""
        return None

    def name(self) -> str | None:
        """None."""
        return None

    def remind(self, wish: ReminderWish) -> str | Refusal:  # noqa: ARG002 - the port's signature
        """A failure."""
        return Refusal.FAILED

    def remove_reminder(self, token: str) -> bool:  # noqa: ARG002 - the port's signature
        """A failure."""
        return False
