"""What a person has set on a device, or its locale brings along: where it stands and how it measures."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from simulator.envelope import DEVICE
from simulator.errors import CommandWrong

ZONES = {
    "en-US": "America/New_York",
    "en-GB": "Europe/London",
    "en-CA": "America/Toronto",
    "en-AU": "Australia/Sydney",
    "en-IN": "Asia/Kolkata",
    "de-DE": "Europe/Berlin",
    "ar-SA": "Asia/Riyadh",
    "es-ES": "Europe/Madrid",
    "es-MX": "America/Mexico_City",
    "es-US": "America/Los_Angeles",
    "fr-CA": "America/Toronto",
    "fr-FR": "Europe/Paris",
    "hi-IN": "Asia/Kolkata",
    "it-IT": "Europe/Rome",
    "ja-JP": "Asia/Tokyo",
    "nl-NL": "Europe/Amsterdam",
    "pt-BR": "America/Sao_Paulo",
}
"""The time zone of a new device, by locale; any other begins in UTC."""


@dataclass
class DeviceSettings:
    """One device: its id, time zone and units (``distanceUnits``, ``temperatureUnit``)."""

    zone: ZoneInfo
    distance_units: str = "METRIC"
    temperature_unit: str = "CELSIUS"
    device: str = DEVICE

    @classmethod
    def of_locale(cls, locale: str) -> "DeviceSettings":
        """A new device as it is sold where the locale is spoken."""
        zone = ZoneInfo(ZONES.get(locale, "UTC"))
        return cls(zone, "IMPERIAL", "FAHRENHEIT") if locale == "en-US" else cls(zone)


def known_zone(name: str) -> ZoneInfo | None:
    """A time zone by its IANA name, or None when there is none of that name."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def zone_named(name: str) -> ZoneInfo:
    """A time zone by its IANA name; raises CommandWrong for a name that nobody knows."""
    zone = known_zone(name)
    if zone is None:
        raise CommandWrong(f"{name!r} is not a time zone: write it as :timezone Europe/Berlin")
    return zone
