"""Privacy, permissions, the endpoint, and which locales there are."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from tools.lint.complaint import Complaint
from tools.lint.manifest_subject import ENDPOINT, MANIFEST, PRIVACY, PUBLISHING, ManifestSubject
from tools.manifest_schema import Privacy, PrivacyLocale
from tools.places import Steps

PERMISSIONS = frozenset(
    {
        "alexa::profile:given_name:read",
        "alexa::profile:name:read",
        "alexa::profile:email:read",
        "alexa::profile:mobile_number:read",
        "alexa::alerts:reminders:skill:readwrite",
        "alexa::alerts:timers:skill:readwrite",
        "alexa::devices:all:notifications:write",
        "alexa::person_id:read",
        "alexa::devices:all:address:full:read",
        "alexa:devices:all:address:country_and_postal_code:read",
        "alexa::devices:all:geolocation:read",
    }
)
_DECLARED = ("allows_purchases", "uses_personal_info", "is_child_directed", "is_export_compliant", "contains_ads")
_MARKS = ("alexa", "amazon", "aws")
_AWS_HOST = ".amazonaws.com"


def locales(subject: ManifestSubject) -> Iterator[Complaint]:
    """The store's locales are those that have a model."""
    listed = subject.manifest.publishing_information.locales
    for locale in sorted(listed.keys() - subject.models.keys()):
        text = f"{locale} has no interaction model; add one or take the locale out"
        yield Complaint((*PUBLISHING, "locales", locale), "locales", text)
    for locale in sorted(subject.models.keys() - listed.keys()):
        text = f"{locale} has an interaction model but is not listed; add it here"
        yield Complaint((*PUBLISHING, "locales"), "locales", text)


def privacy(subject: ManifestSubject) -> Iterator[Complaint]:
    """Everything is declared, and who uses personal information shows a policy in every locale."""
    declared = subject.manifest.privacy_and_compliance
    if declared is None:
        yield Complaint(MANIFEST, "privacy", "privacyAndCompliance is missing; add it")
        return
    for field in _DECLARED:
        if getattr(declared, field) is None:
            key = Privacy.model_fields[field].alias
            yield Complaint(PRIVACY, "privacy", f"{key} is not declared; say true or false")
    personal = any("alexa::profile" in permission.name for permission in subject.manifest.permissions)
    if not (declared.uses_personal_info or personal):
        return
    for locale in subject.manifest.publishing_information.locales:
        url = declared.locales.get(locale, PrivacyLocale()).privacy_policy_url
        if not url or urlsplit(url).scheme != "https":
            text = f"personal information is used, so {locale} needs a privacyPolicyUrl with https; add it"
            yield Complaint((*PRIVACY, "locales", locale), "privacy", text)


def permissions(subject: ManifestSubject) -> Iterator[Complaint]:
    """Every permission is one that Amazon knows."""
    for index, permission in enumerate(subject.manifest.permissions):
        if permission.name not in PERMISSIONS:
            text = f"{permission.name!r} is not a permission; see the list in tools/lint/manifest_legal.py"
            yield Complaint((*MANIFEST, "permissions", index), "permission", text)


def endpoint(subject: ManifestSubject) -> Iterator[Complaint]:
    """A Lambda's ARN, or an HTTPS address with the kind of its certificate."""
    custom = subject.manifest.apis.custom
    if custom is None or custom.endpoint is None:
        yield Complaint(MANIFEST, "endpoint", "apis.custom.endpoint is missing; add it")
        return
    uri = custom.endpoint.uri
    if not uri.startswith(("arn:aws:lambda:", "https://")):
        text = f"{uri!r} is neither the ARN of a Lambda function nor an https address; correct it"
        yield Complaint((*ENDPOINT, "uri"), "endpoint", text)
    if uri.startswith("https://") and custom.endpoint.ssl_certificate_type is None:
        text = "an https endpoint needs sslCertificateType; add it"
        yield Complaint((*ENDPOINT, "uri"), "endpoint", text)


def hosts(subject: ManifestSubject) -> Iterator[Complaint]:
    """No mark of Amazon's in the name of a host, unless AWS has made the name."""
    for steps, url in _urls(subject):
        host = urlsplit(url).hostname or ""
        if any(mark in host for mark in _MARKS) and not host.endswith(_AWS_HOST):
            text = f"the host {host!r} holds a mark of Amazon's; use another host"
            yield Complaint(steps, "trademark", text)


def _urls(subject: ManifestSubject) -> Iterator[tuple[Steps, str]]:
    custom, declared = subject.manifest.apis.custom, subject.manifest.privacy_and_compliance
    if custom and custom.endpoint:
        yield (*ENDPOINT, "uri"), custom.endpoint.uri
    for locale, pages in (declared.locales if declared else {}).items():
        at = (*PRIVACY, "locales", locale)
        yield (*at, "privacyPolicyUrl"), pages.privacy_policy_url or ""
        yield (*at, "termsOfUseUrl"), pages.terms_of_use_url or ""
