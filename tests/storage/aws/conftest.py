"""An environment with credentials, and certificates for ``localhost``."""

import ssl
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.storage.dynamodb_local import VARIABLES
from tests.storage.failing_server import shown_by
from tests.web.pki import Authority, pem

Certified = Callable[..., ssl.SSLContext]


@pytest.fixture
def environment() -> dict[str, str]:
    """What a process of ours has: a region and credentials."""
    return dict(VARIABLES)


@pytest.fixture
def authority() -> Authority:
    """Somebody who issues certificates, whom nobody trusts yet."""
    return Authority.root("Store Root")


@pytest.fixture
def bundle(authority: Authority, tmp_path: Path) -> str:
    """A file with the authority's certificate."""
    file = tmp_path / "bundle.pem"
    file.write_bytes(pem(authority.certificate))
    return str(file)


@pytest.fixture
def certified(authority: Authority, tmp_path: Path) -> Certified:
    """What a server shows: a certificate of the authority, for ``localhost`` unless it is told otherwise."""
    return lambda **issued: shown_by(authority, tmp_path, **issued)
