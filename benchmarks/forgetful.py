"""A store that keeps nothing, for the web sides: so the same request is the same turn, however often it comes."""

from datetime import datetime

from skill.conversation.ports import Stored


class ForgetfulStore:
    """Fulfils the signatures of ``skill.conversation.ports.Memory`` and none of its promises."""

    def load(self, person: str, *, now: datetime) -> Stored | None:  # noqa: ARG002 - the protocol's
        """Nothing, whoever asks."""
        return None

    def save(self, person: str, record: str, *, based_on: int | None, now: datetime) -> int:  # noqa: ARG002
        """Agree, and let it go."""
        return 1

    def forget(self, person: str) -> None:
        """It has been done."""
