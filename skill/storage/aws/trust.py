"""Whose certificates we believe: Amazon's own roots first, and what the system believes when those do not do.

Reading the system's whole bundle costs as much as two thirds of Amazon's SDK; the five roots of Amazon Trust Services
(https://www.amazontrust.com/repository/), which stand for all of AWS, cost a thirtieth of that.
"""

import ssl
from collections.abc import Mapping
from pathlib import Path

from skill.storage.aws.trouble import BadBundle

AMAZON_ROOTS = Path(__file__).with_name("amazon_roots.pem")


class Trust:
    """The trust of one client. ``AWS_CA_BUNDLE``, where it is set, names all that is believed."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._bundle = environment.get("AWS_CA_BUNDLE")
        self._context: ssl.SSLContext | None = None
        self._is_wide = False

    def context(self) -> ssl.SSLContext:
        """TLS 1.2 or later, to a host that proves its name. Raises ``BadBundle`` when the bundle cannot be read."""
        if self._context is None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            try:
                context.load_verify_locations(self._bundle or AMAZON_ROOTS)
            except OSError:
                raise BadBundle from None
            self._context = _strict(context)
        return self._context

    def wider_than(self, tried: ssl.SSLContext) -> ssl.SSLContext | None:
        """What the system believes, from now on, because ``tried`` did not do; None when that is all there is."""
        if self._bundle:
            return None
        if self._context is tried and not self._is_wide:
            self._context = _strict(ssl.create_default_context())
            self._is_wide = True
        return None if self._context is tried else self._context


def _strict(context: ssl.SSLContext) -> ssl.SSLContext:
    """The context, which now looks for the host's name where it belongs only."""
    context.hostname_checks_common_name = False
    return context
