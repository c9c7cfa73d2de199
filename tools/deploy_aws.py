"""A pretended AWS on the loopback, for deployments that are only tried: moto, a package of the extra ``cloud``.

``python -m tools.deploy_aws`` prints its address, and runs until its standard input ends. It is a process of its own,
since moto keeps everything in variables of its modules.
"""

import logging
import sys

from moto.moto_server.threaded_moto_server import ThreadedMotoServer

import tools.deploy_aws_kinds  # noqa: F401 - moto finds the kinds of resources once they are there


def main() -> None:
    """Serve on a free port for as long as somebody holds the other end of standard input."""
    # It would tell every call.
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    print("http://{}:{}".format(*server.get_host_and_port()), flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
