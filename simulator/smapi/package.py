"""A skill package: the zip that holds everything about a skill but its code.

The layout is that of Amazon's page "Skill Package API Reference": ``skill.json``, and one interaction model a locale
in ``interactionModels/custom``. Assets, products and responses may be there and are not looked into. What Amazon's
specification says of the documents is asked of a ``Specification``, since not every machine has it.
"""

import json
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Literal, NamedTuple
from zipfile import BadZipFile, LargeZipFile, ZipFile

from simulator.envelope import Json

MOST_UNPACKED = 60_000_000
"""Bytes of all files together; the limits are ours."""
MOST_FILES = 500

MANIFEST = "Manifest"
PACKAGE = "Package"
_MODEL_FILE = re.compile(r"interactionModels/custom/([a-z]{2}-[A-Z]{2})\.json")
_OTHER_FILES = re.compile(
    r"assets/images/[\w./-]{1,64}\.(png|jpg|jpeg)"
    r"|(isps|tasks)/[\w./-]+\.json|response/(prompts|display|multimodal|templates)/[\w./-]+"
)

Specification = Callable[[Literal["manifest", "model"], Json], Iterable[str]]
"""What Amazon's specification does not allow in a document, one sentence each."""


class Fault(NamedTuple):
    """What is wrong with a package: with which resource (``Manifest``, ``InteractionModel.en-US``), and what."""

    resource: str
    says: str


@dataclass(frozen=True)
class Package:
    """The documents of a package; models by locale."""

    manifest: Json
    models: Mapping[str, Json]

    @property
    def resources(self) -> list[str]:
        """Their names, as an import tells them."""
        return [MANIFEST, *map(model_resource, self.models)]


def model_resource(locale: str) -> str:
    """The name of a model in an import."""
    return f"InteractionModel.{locale}"


def no_specification(_kind: str, _document: Json) -> Iterable[str]:
    """For a machine that has none."""
    return ()


def read_package(data: bytes) -> tuple[Package, list[Fault]]:
    """The documents of a zip, and what is wrong with the zip itself; of a broken one there are no documents."""
    try:
        files = _unpacked(data)
    except (
        BadZipFile,
        LargeZipFile,
        NotImplementedError,
        RuntimeError,
        OSError,
        EOFError,
        zlib.error,
        ValueError,
    ) as error:
        return Package({}, {}), [Fault(PACKAGE, f"The package cannot be unpacked: {error}")]
    faults = [Fault(PACKAGE, f"{name!r} has no place in a skill package") for name in files if not _known(name)]
    manifest = _document(files, "skill.json", MANIFEST, faults)
    found = {match[1]: match[0] for match in map(_MODEL_FILE.fullmatch, sorted(files)) if match}
    models = {locale: _document(files, name, model_resource(locale), faults) for locale, name in found.items()}
    return Package(manifest, models), faults


def faults_of(package: Package, specification: Specification) -> Iterator[Fault]:
    """What is wrong with the documents; how a model is heard is not looked at."""
    yield from manifest_faults(package.manifest, specification)
    for locale, model in package.models.items():
        yield from (Fault(model_resource(locale), says) for says in specification("model", model))
    for locale in _locales(package.manifest):
        if locale not in package.models:
            yield Fault(
                model_resource(locale), f"The manifest has the locale {locale}, which has no interaction model"
            )


def manifest_faults(document: Json, specification: Specification) -> Iterator[Fault]:
    """What is wrong with a manifest; with its wrapper."""
    yield from (Fault(MANIFEST, says) for says in specification("manifest", document))
    manifest = document.get("manifest")
    if not isinstance(manifest, dict):
        yield Fault(MANIFEST, 'skill.json has no object "manifest"')
        return
    if not _locales(document):
        yield Fault(MANIFEST, "publishingInformation.locales names no locale")
    if not isinstance(manifest.get("apis"), dict) or not manifest["apis"]:
        yield Fault(MANIFEST, "apis names no kind of skill")
    for place in ("apis.custom.endpoint", "events.endpoint"):
        yield from _endpoint_faults(place, _inside(manifest, place))


def needless_locales(package: Package) -> list[str]:
    """The locales that have a model and are not in the manifest, so that nobody can use them."""
    return [locale for locale in package.models if locale not in _locales(package.manifest)]


def _endpoint_faults(place: str, endpoint: Any) -> Iterator[Fault]:
    """The certificate has to be declared for HTTPS, and only there."""
    if isinstance(endpoint, dict):
        web = str(endpoint.get("uri", "")).startswith("https://")
        if web != ("sslCertificateType" in endpoint):
            yield Fault(MANIFEST, f"{place}: sslCertificateType goes with an https address, and with nothing else")


def _unpacked(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise BadZipFile(f"it has more than {MOST_FILES} files or {MOST_UNPACKED} bytes")
        return {entry.filename: archive.read(entry) for entry in entries}


def _known(name: str) -> bool:
    if ".." in name.split("/"):
        return False
    return name == "skill.json" or bool(_MODEL_FILE.fullmatch(name) or _OTHER_FILES.fullmatch(name))


def _document(files: Mapping[str, bytes], name: str, resource: str, faults: list[Fault]) -> Json:
    if name not in files:
        faults.append(Fault(resource, f"The package has no {name}"))
        return {}
    try:
        document = json.loads(files[name])
    except (ValueError, RecursionError) as error:
        document = error
    if isinstance(document, dict):
        return document
    faults.append(Fault(resource, f"{name} is not a JSON object"))
    return {}


def _inside(document: Any, place: str) -> Any:
    """What stands at a place such as ``apis.custom``; None where nothing does."""
    for step in place.split("."):
        document = document.get(step) if isinstance(document, dict) else None
    return document


def _locales(document: Json) -> list[str]:
    locales = _inside(document, "manifest.publishingInformation.locales")
    return list(locales) if isinstance(locales, dict) else []
