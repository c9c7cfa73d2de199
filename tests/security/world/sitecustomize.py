"""The world as a server under test sees it: Amazon's bucket is on this machine, and there is nothing else.

Python imports this before anything else when the folder stands in PYTHONPATH, in the server's workers too. So the
server runs as it is shipped, and has no way in for tests. From the environment: ``WORLD_PORT`` is where
s3.amazonaws.com is, ``WORLD_ROOTS`` the PEM file of the roots that are trusted, ``WORLD_LOOKED_UP`` a file that gets
a line for each name that is looked up.
"""

import os
import socket
from pathlib import Path

import certifi

_AT_HOME = (None, "", "127.0.0.1", "localhost", "::1", "0.0.0.0", b"127.0.0.1")  # noqa: S104 - compared only
_really = socket.getaddrinfo


def getaddrinfo(host, port, *args, **kwargs):  # type: ignore[no-untyped-def]
    """The address of a name: s3.amazonaws.com at its one port, and this machine."""
    if host in _AT_HOME:
        return _really(host, port, *args, **kwargs)
    with Path(os.environ["WORLD_LOOKED_UP"]).open("a", encoding="utf-8") as lines:
        lines.write(f"{host}:{port}\n")
    if (host, port) != ("s3.amazonaws.com", 443):
        raise socket.gaierror(socket.EAI_NONAME, "there is no such name in this world")
    return [
        (socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", ("127.0.0.1", int(os.environ["WORLD_PORT"])))
    ]


socket.getaddrinfo = getaddrinfo
certifi.where = lambda: os.environ["WORLD_ROOTS"]
