"""A manifest as the rules look at it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.lint.subject import Subject
from tools.manifest_schema import Listing, Manifest
from tools.places import Steps

MANIFEST: Steps = ("manifest",)
PUBLISHING: Steps = (*MANIFEST, "publishingInformation")
PRIVACY: Steps = (*MANIFEST, "privacyAndCompliance")
ENDPOINT: Steps = (*MANIFEST, "apis", "custom", "endpoint")


@dataclass(frozen=True)
class ManifestSubject:
    """The manifest, the models that it goes with (by locale), and the folder that file:// URIs start from."""

    manifest: Manifest
    models: dict[str, Subject]
    root: Path

    def listings(self) -> Iterator[tuple[Steps, str, Listing]]:
        """Place, locale and store listing of each locale."""
        for locale, listing in self.manifest.publishing_information.locales.items():
            yield (*PUBLISHING, "locales", locale), locale, listing
