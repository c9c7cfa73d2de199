"""Each worker on a CPU of its own, where there are as many workers as CPUs.

A request goes from the server's thread to the event loop's, to one that answers it, and back. Python lets one of them
run at a time, so spread over CPUs they only wake each other across them and find each other's caches cold: that costs
a quarter of the throughput (docs/decisions/0037-web-server.md).
"""

import os
import socket
import sys
from contextlib import suppress

_claims: list[socket.socket] = []


def keep_to_one_cpu(workers: int) -> int | None:
    """Keep this thread, and all that it starts, to a CPU that no other worker of this service keeps to; which one.

    None where nothing was done: there are not as many workers as CPUs, or this is not Linux. Then the system chooses.
    """
    if sys.platform != "linux":
        return None
    cpus = sorted(os.sched_getaffinity(0))
    if workers != len(cpus):
        return None
    for cpu in cpus:
        with suppress(OSError):
            _claims.append(_claim(f"case-compass/{os.getppid()}/{cpu}"))
            os.sched_setaffinity(0, {cpu})
            return cpu
    return None


def _claim(name: str) -> socket.socket:
    """A name that one process has at a time, until it ends in whatever way. Raises ``OSError`` when it is taken."""
    claim = socket.socket(socket.AF_UNIX)
    try:
        claim.bind(f"\0{name}")  # in Linux's abstract namespace: there is no file
    except OSError:
        claim.close()
        raise
    return claim
