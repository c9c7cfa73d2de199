"""Amazon's DynamoDB Local as a process of its own, where tools/install_dynamodb.sh put it."""

import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

FOLDER = Path(__file__).parents[2] / ".work" / "dynamodb-local"
START_SECONDS = 60
VARIABLES = {
    # DynamoDB Local takes any.
    "AWS_ACCESS_KEY_ID": "local",
    "AWS_SECRET_ACCESS_KEY": "local",
    "AWS_DEFAULT_REGION": "eu-west-1",
    "AWS_EC2_METADATA_DISABLED": "true",
    "NO_PROXY": "127.0.0.1",
}
"""What botocore reads from the environment, but for the endpoint."""


def free_port() -> int:
    """A port of the loopback that nobody uses now."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


class DynamoDbLocal:
    """A running server; without ``folder`` it keeps everything in memory."""

    def __init__(self, folder: Path | None = None) -> None:
        self.port = free_port()
        self.endpoint_url = f"http://127.0.0.1:{self.port}"
        self._keeping = ["-dbPath", str(folder)] if folder else ["-inMemory"]
        self.start()

    def start(self) -> None:
        """Start the process and wait until it answers."""
        assert (FOLDER / "DynamoDBLocal.jar").is_file(), "DynamoDB Local is missing: run make test-real"
        command = ["java", "-Djava.library.path=DynamoDBLocal_lib", "-jar", "DynamoDBLocal.jar", "-disableTelemetry"]
        self._process = subprocess.Popen(
            [*command, "-port", str(self.port), *self._keeping],
            cwd=FOLDER,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            assert self._process.poll() is None, "DynamoDB Local ended at once: try it by hand"
            assert time.monotonic() < deadline, f"DynamoDB Local did not answer within {START_SECONDS} seconds"
            time.sleep(0.1)

    def kill(self) -> None:
        """End the process as a power cut would, with nothing tidied up."""
        self._process.kill()
        self._process.wait()

    def hang(self) -> None:
        """Stop the process where it stands: it takes connections, and answers nothing."""
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it go on after that."""
        self._process.send_signal(signal.SIGCONT)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(self.endpoint_url, timeout=1):  # noqa: S310 - our own address
                return True
        except urllib.error.HTTPError as refusal:
            refusal.close()
            return True
        except OSError:
            return False
