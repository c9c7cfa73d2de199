"""A small public-key infrastructure: authorities that issue certificates, right ones and every kind of wrong one."""

import base64
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey

ALEXA = "echo-api.amazon.com"
DAY = timedelta(days=1)
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
"""Before any day on which a test plays."""


@cache
def rsa_key(which: str = "leaf", bits: int = 2048) -> rsa.RSAPrivateKey:
    """An RSA key, the same for the same name, for they take long to make."""
    assert which
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


@cache
def ec_key(which: str) -> ec.EllipticCurvePrivateKey:
    """An elliptic-curve key, the same for the same name."""
    assert which
    return ec.generate_private_key(ec.SECP256R1())


def named(common_name: str) -> x509.Name:
    """A subject with a common name and nothing else."""
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])


def pem(*certificates: x509.Certificate, label: str = "CERTIFICATE") -> bytes:
    """The certificates as PEM blocks, under another label where one is given."""
    text = b"".join(certificate.public_bytes(Encoding.PEM) for certificate in certificates)
    return text.replace(b" CERTIFICATE-", f" {label}-".encode())


def pem_block(der: bytes) -> bytes:
    """Any bytes as a block that says it is a certificate."""
    return b"-----BEGIN CERTIFICATE-----\n" + base64.encodebytes(der) + b"-----END CERTIFICATE-----\n"


@dataclass(frozen=True)
class Authority:
    """Who issues certificates: a key and the certificate that speaks for it."""

    key: PrivateKey
    certificate: x509.Certificate

    @classmethod
    def root(cls, name: str = "Test Root") -> "Authority":
        """An authority that vouches for itself."""
        key = ec_key(name)
        return cls(key, _authority(name, key, named(name), key, None))

    def intermediate(self, name: str = "Test Intermediate", *, ends: datetime | None = None) -> "Authority":
        """An authority that this one vouches for."""
        key = ec_key(name)
        return Authority(key, _authority(name, key, self.certificate.subject, self.key, ends))

    def issue(
        self,
        names: tuple[str, ...] = (ALEXA,),
        *,
        key: PrivateKey | None = None,
        common_name: str = ALEXA,
        begins: datetime | None = None,
        ends: datetime | None = None,
    ) -> x509.Certificate:
        """A server's certificate; no ``names`` leaves the subject alternative names out."""
        public = (key or rsa_key()).public_key()
        builder = (
            _dated(begins, ends)
            .subject_name(named(common_name))
            .issuer_name(self.certificate.subject)
            .public_key(public)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_usage(of_an_authority=False), critical=True)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
            .add_extension(_identifier_of_issuer(self.key), critical=False)
        )
        if names:
            listed = x509.SubjectAlternativeName([x509.DNSName(name) for name in names])
            builder = builder.add_extension(listed, critical=False)
        return builder.sign(self.key, hashes.SHA256())


def self_signed(key: rsa.RSAPrivateKey) -> x509.Certificate:
    """A server's certificate for Alexa's name that nobody but itself vouches for."""
    itself = Authority(key, _authority(ALEXA, key, named(ALEXA), key, None))
    return itself.issue(key=key)


def _authority(
    name: str, key: PrivateKey, issuer: x509.Name, issuer_key: PrivateKey, ends: datetime | None
) -> x509.Certificate:
    return (
        _dated(None, ends)
        .subject_name(named(name))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(_usage(of_an_authority=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(_identifier_of_issuer(issuer_key), critical=False)
        .sign(issuer_key, hashes.SHA256())
    )


def _usage(*, of_an_authority: bool) -> x509.KeyUsage:
    """An authority signs certificates, a server everything else; without it the SDK's verifier refuses a leaf."""
    return x509.KeyUsage(
        digital_signature=not of_an_authority,
        content_commitment=False,
        key_encipherment=not of_an_authority,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=of_an_authority,
        crl_sign=of_an_authority,
        encipher_only=False,
        decipher_only=False,
    )


def _identifier_of_issuer(key: PrivateKey) -> x509.AuthorityKeyIdentifier:
    return x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key())


def _dated(begins: datetime | None, ends: datetime | None) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder().serial_number(x509.random_serial_number())
    return builder.not_valid_before(begins or BEGIN).not_valid_after(ends or now + 365 * DAY)
