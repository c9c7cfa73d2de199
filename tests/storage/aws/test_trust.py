"""TLS: a server proves its name to somebody we trust: Amazon, the system, or who the environment names."""

import base64
import re
import ssl
import time
from contextlib import ExitStack, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import certifi
import pytest

from skill.storage.aws import trust
from skill.storage.aws.address import parsed
from skill.storage.aws.connections import Connections
from skill.storage.aws.trouble import BadBundle
from skill.storage.aws.trust import AMAZON_ROOTS, Trust
from tests.storage.aws.conftest import Certified
from tests.storage.failing_server import answer, failing
from tests.web.pki import Authority, pem

REQUEST = b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 2\r\n\r\n{}"
FINE = answer(200, {})
NOW = datetime.now(UTC)
WRONG: dict[str, dict[str, object]] = {
    "another name": {"names": ("elsewhere",), "common_name": "elsewhere"},
    "its name in the wrong field": {"names": ("elsewhere",), "common_name": "localhost"},
    "its name in the wrong field alone": {"names": (), "common_name": "localhost"},
    "a time that is over": {"begins": NOW - timedelta(days=9), "ends": NOW - timedelta(days=1)},
    "a time to come": {"begins": NOW + timedelta(days=1), "ends": NOW + timedelta(days=9)},
}


def exchange(url: str, environment: dict[str, str]) -> int:
    with closing(Connections(parsed(url)[0], environment)) as line:
        return line.exchange(REQUEST, time.monotonic() + 10).status


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file of what the system trusts, which is one strange authority until it is written anew."""
    file = tmp_path / "system.pem"
    file.write_bytes(pem(Authority.root("Somebody").certificate))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "nothing"))
    return file


def test_whom_the_environment_names_is_believed(certified: Certified, bundle: str) -> None:
    with ExitStack() as open_things:
        server = open_things.enter_context(failing(FINE, shown=certified()))
        line = Connections(parsed(server.endpoint_url)[0], {"AWS_CA_BUNDLE": bundle})
        open_things.callback(line.close)
        assert line.exchange(REQUEST, time.monotonic() + 10).status == 200
        (rested, _) = line._idle[0]
        assert isinstance(rested, ssl.SSLSocket)
        assert rested.version() == "TLSv1.3"


@pytest.mark.parametrize("wrong", WRONG)
def test_a_certificate_with_something_wrong_is_not_believed(wrong: str, certified: Certified, bundle: str) -> None:
    with failing(FINE, shown=certified(**WRONG[wrong])) as server:
        with pytest.raises(ssl.SSLCertVerificationError):
            exchange(server.endpoint_url, {"AWS_CA_BUNDLE": bundle})
        assert server.requests == 0


def test_whom_nobody_vouches_for_is_not_believed(certified: Certified, system: Path) -> None:
    assert system.exists()
    with failing(FINE, shown=certified()) as server:
        with pytest.raises(ssl.SSLCertVerificationError):
            exchange(server.endpoint_url, {})
        assert server.requests == 0


def test_whom_the_system_believes_is_believed_after_all(certified: Certified, system: Path, bundle: str) -> None:
    system.write_bytes(Path(bundle).read_bytes())
    with failing(FINE, shown=certified()) as server:
        assert exchange(server.endpoint_url, {}) == 200


def test_a_thread_that_was_refused_too_believes_what_another_has_found_out(system: Path) -> None:
    assert system.exists()
    trust = Trust({})
    narrow = trust.context()
    wide = trust.wider_than(narrow)
    assert wide is not narrow
    assert trust.wider_than(narrow) is wide is trust.context()
    assert trust.wider_than(wide) is None


def test_a_bundle_that_the_environment_names_is_all_that_is_believed(
    certified: Certified, system: Path, bundle: str
) -> None:
    named = system.read_bytes()
    system.write_bytes(Path(bundle).read_bytes())
    Path(bundle).write_bytes(named)
    with failing(FINE, shown=certified()) as server, pytest.raises(ssl.SSLCertVerificationError):
        exchange(server.endpoint_url, {"AWS_CA_BUNDLE": bundle})


def test_amazons_roots_come_first_and_alone(
    certified: Certified, system: Path, bundle: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    system.unlink()
    monkeypatch.setattr(trust, "AMAZON_ROOTS", Path(bundle))
    monkeypatch.setattr(ssl, "create_default_context", lambda: pytest.fail("the system was asked"))
    with failing(FINE, shown=certified()) as server:
        assert exchange(server.endpoint_url, {}) == 200


@pytest.mark.parametrize("content", [None, "", "nothing of the kind"])
def test_a_bundle_that_cannot_be_read_is_named(content: str | None, tmp_path: Path) -> None:
    file = tmp_path / "bundle.pem"
    if content is not None:
        file.write_text(content)
    with pytest.raises(BadBundle):
        Trust({"AWS_CA_BUNDLE": str(file)}).context()


def test_old_ways_of_tls_are_refused(certified: Certified, bundle: str) -> None:
    shown = certified()
    shown.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="TLSv1_1"):
        shown.maximum_version = ssl.TLSVersion.TLSv1_1
    with failing(FINE, shown=shown) as server, pytest.raises(ssl.SSLError):
        exchange(server.endpoint_url, {"AWS_CA_BUNDLE": bundle})


def test_the_roots_are_those_of_amazon_trust_services_as_everybody_has_them() -> None:
    blocks = certificates(Path(certifi.where()).read_text())
    amazons = {
        block: name
        for block, name in blocks.items()
        if name.startswith(("Amazon Root CA", "Starfield Services Root"))
    }
    assert certificates(AMAZON_ROOTS.read_text()).keys() == amazons.keys()
    assert len(amazons) == 5


def certificates(text: str) -> dict[bytes, str]:
    """The bytes of each certificate in a PEM file, to the label that stands over it, if one does."""
    found: dict[bytes, str] = {}
    for part in text.split("-----END CERTIFICATE-----")[:-1]:
        comment, _, block = part.partition("-----BEGIN CERTIFICATE-----")
        label = re.search(r'# Label: "(.*)"', comment)
        found[base64.b64decode(block)] = label[1] if label else ""
    return found
