"""Moments as SMAPI writes them."""

from datetime import UTC, datetime


def as_text(moment: datetime) -> str:
    """UTC with milliseconds, such as 2018-10-25T23:50:02.135Z; the moment must be aware."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
