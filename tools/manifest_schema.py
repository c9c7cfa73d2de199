"""skill.json as far as the linter looks at it; SMAPI's own specification checks the rest.

https://developer.amazon.com/docs/smapi/skill-manifest.html
"""

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel


class Part(BaseModel):
    """A part of the manifest: camelCase keys; keys that the linter has no rule for are let through."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="allow")


class Listing(Part):
    """What the store shows in one locale."""

    name: str = ""
    summary: str = ""
    description: str = ""
    example_phrases: list[str] = []
    keywords: list[str] = []
    small_icon_uri: str | None = None
    large_icon_uri: str | None = None


class Publishing(Part):
    """Everything about the store."""

    locales: dict[str, Listing] = {}
    testing_instructions: str = ""
    category: str = ""


class PrivacyLocale(Part):
    """The legal pages of one locale."""

    privacy_policy_url: str | None = None
    terms_of_use_url: str | None = None


class Privacy(Part):
    """What the skill declares about purchases, personal information, children and advertising."""

    allows_purchases: bool | None = None
    uses_personal_info: bool | None = None
    is_child_directed: bool | None = None
    is_export_compliant: bool | None = None
    contains_ads: bool | None = None
    locales: dict[str, PrivacyLocale] = {}


class Endpoint(Part):
    """Where Alexa sends requests."""

    uri: str = ""
    ssl_certificate_type: str | None = None


class CustomApi(Part):
    """The custom skill's endpoint and interfaces."""

    endpoint: Endpoint | None = None


class Apis(Part):
    """The kinds of skill; this project has one custom skill."""

    custom: CustomApi | None = None


class Permission(Part):
    """Something the customer is asked to allow."""

    name: str


class Manifest(Part):
    """What is inside the wrapper."""

    manifest_version: str = ""
    publishing_information: Publishing = Publishing()
    privacy_and_compliance: Privacy | None = None
    apis: Apis = Apis()
    permissions: list[Permission] = []


class ManifestFile(Part):
    """skill.json, wrapper and all."""

    model_config = ConfigDict(extra="forbid")

    manifest: Manifest
