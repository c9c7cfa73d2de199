"""What goes wrong around the page.

::

    SimulatorError
    ├── StillBusy      the skill has not answered for so long that whoever asked had better not wait
    └── PageRefused    a request that the page's server does not take: says what is wrong, and what to do
"""

from simulator.errors import SimulatorError


class StillBusy(SimulatorError):  # noqa: N818 - it reads as a sentence
    """The talk is at a line that takes too long; ``begun`` tells whether it is this very one."""

    def __init__(self, *, begun: bool) -> None:
        self.begun = begun
        super().__init__(
            "the skill has not answered yet; its answer is shown as soon as it comes"
            if begun
            else "the skill is still at an earlier line, so that nothing was said"
        )


class PageRefused(SimulatorError):  # noqa: N818
    """A request is refused with an HTTP status; ``do`` says what would help."""

    def __init__(self, status: int, says: str, do: str) -> None:
        super().__init__(says)
        self.status = status
        self.do = do
