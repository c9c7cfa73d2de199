"""How many certificate chains may be fetched at a stranger's word, since anybody can name any address under Amazon's.

Amazon's own address changes when its key does, so no unknown address is refused for good. What is bounded is how
many unknown addresses are fetched or waited for at once, so that threads are left for everybody else, and how many
in a time. An address that was turned away and comes again has a share of its own: Alexa repeats a new address with
every request, a flood of made-up ones does not.
"""

from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

from skill.errors import NotFromAlexa, StillFetching

AT_ONCE = 8
"""Threads of a process that may fetch from unknown addresses, or wait for such a fetch."""
_BURST = 8.0
_A_SECOND = 1.0
_REMEMBERED = 2048


class Allowance:
    """So many at once, and so many a second from then on."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._left = _BURST
        self._counted = clock()

    def take(self) -> bool:
        """Whether one more is allowed now; it is used up then."""
        now = self._clock()
        self._left = min(_BURST, self._left + (now - self._counted) * _A_SECOND)
        self._counted = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


class Admission:
    """Decides who may fetch. Not for several threads at once: its owner holds a lock. ``clock`` counts seconds."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._known = Allowance(clock)
        self._new = Allowance(clock)
        self._returning = Allowance(clock)
        # Hashes, which are enough to know an address again and take little room.
        self._turned_away: OrderedDict[int, None] = OrderedDict()
        self._inside = 0

    def enter_known(self) -> None:
        """``NotFromAlexa`` unless an address that gave a good key once may be fetched again now."""
        if not self._known.take():
            raise NotFromAlexa("certificate address: it was fetched too often lately")

    def enter(self, address: str, *, is_under_way: bool) -> None:
        """``NotFromAlexa`` unless one more may fetch from an unknown address, or wait for a fetch that is under way.

        Who may must ``leave`` afterwards. ``StillFetching`` when too many wait for the same one, as after a start.
        """
        if self._inside >= AT_ONCE:
            if is_under_way:
                raise StillFetching("certificate address: too many wait for the same one")
            raise NotFromAlexa("certificate address: too many unknown ones are being fetched")
        if not is_under_way and not self._may_fetch(hash(address)):
            raise NotFromAlexa("certificate address: too many unknown ones were fetched lately")
        self._inside += 1

    def leave(self) -> None:
        """One waits no more."""
        self._inside -= 1

    def _may_fetch(self, address: int) -> bool:
        if self._new.take() or (address in self._turned_away and self._returning.take()):
            self._turned_away.pop(address, None)
            return True
        self._turned_away[address] = None
        self._turned_away.move_to_end(address)
        if len(self._turned_away) > _REMEMBERED:
            self._turned_away.popitem(last=False)
        return False
