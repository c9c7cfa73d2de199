"""The world around a server under test: who signs, the bucket that has the chain, and which names are looked up."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.security.bucket import Bucket, with_body
from tests.web.pki import pem
from tests.web.signing import Signer

ROOT = Path(__file__).parents[2]
WORLD = Path(__file__).parent / "world"
GOOD_PATH = "/echo.api/echo-api-cert.pem"


class World:
    """A signer, the bucket that has its chain, and what was looked up by name."""

    def __init__(self, folder: Path, signer: Signer, bucket: Bucket) -> None:
        self.signer = signer
        self.bucket = bucket
        self.roots = folder / "roots.pem"
        self.roots.write_bytes(pem(signer.root.certificate))
        self._looked_up = folder / "looked_up"
        self._looked_up.touch()
        bucket.answers[GOOD_PATH] = with_body(signer.chain)

    @property
    def looked_up(self) -> list[str]:
        """Each name with its port, as often as it was looked up."""
        return self._looked_up.read_text(encoding="utf-8").split()

    @property
    def environment(self) -> dict[str, str]:
        """For a process that is to live in this world."""
        return os.environ | {
            "PYTHONPATH": f"{WORLD}{os.pathsep}{ROOT}",
            "WORLD_PORT": str(self.bucket.port),
            "WORLD_ROOTS": str(self.roots),
            "WORLD_LOOKED_UP": str(self._looked_up),
            "SSL_CERT_FILE": str(self.roots),
        }


@contextmanager
def world(folder: Path) -> Iterator[World]:
    """A world with an open bucket."""
    signer = Signer()
    with Bucket(folder, signer.root).open() as bucket:
        yield World(folder, signer, bucket)
