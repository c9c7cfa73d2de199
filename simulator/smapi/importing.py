"""Importing a skill package: it is checked, and from then on it is the skill that is served."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from simulator.envelope import Json
from simulator.models.folder import read_model
from simulator.models.interaction_model import ModelUnreadable
from simulator.smapi.etag import etag_of
from simulator.smapi.package import (
    Fault,
    Package,
    Specification,
    faults_of,
    model_resource,
    needless_locales,
    read_package,
)


@dataclass(frozen=True)
class Imported:
    """How an import went. ``models`` is a folder with the models, which whoever gets it removes; None: it failed."""

    skill_id: str | None
    package: Package
    faults: tuple[Fault, ...]
    models: Path | None

    def as_json(self) -> Json:
        """The ``v1.skill.ImportResponse``."""
        told: Json = {"resources": [self._resource(name) for name in self._resources()]}
        if self.skill_id:
            told |= {"skillId": self.skill_id, "eTag": etag_of(self.package.manifest)}
        warnings = [
            {"message": f"{model_resource(locale)} is not in the manifest, so that nobody can use it"}
            for locale in needless_locales(self.package)
        ]
        errors = [_error(fault) for fault in self.faults]
        return {"status": _status(self.faults), "errors": errors, "warnings": warnings, "skill": told}

    def _resources(self) -> list[str]:
        return list(dict.fromkeys([*self.package.resources, *(fault.resource for fault in self.faults)]))

    def _resource(self, name: str) -> Json:
        faults = [fault for fault in self.faults if fault.resource == name]
        return {"name": name, "status": _status(faults), "errors": [_error(fault) for fault in faults]}


def check_in(data: bytes, specification: Specification, skill_id: str) -> Imported:
    """Check a zip and put its models into a new folder. Nothing is served yet."""
    package, faults = read_package(data)
    faults = faults or list(faults_of(package, specification))
    models = Path(mkdtemp(prefix="models-"))
    faults = faults or _unheard(package.models, models)
    if not faults:
        return Imported(skill_id, package, (), models)
    shutil.rmtree(models)
    return Imported(None, package, tuple(faults), None)


def _unheard(models: Mapping[str, Json], folder: Path) -> list[Fault]:
    """Which models the ears cannot use, and why; those that they can use are in the folder."""
    faults = []
    for locale, model in models.items():
        (folder / f"{locale}.json").write_text(json.dumps(model), encoding="utf-8")
        try:
            read_model(folder, locale)
        except ModelUnreadable as error:
            faults.append(Fault(model_resource(locale), str(error).replace(f"{folder}/", "")))
    return faults


def _status(faults: object) -> str:
    return "FAILED" if faults else "SUCCEEDED"


def _error(fault: Fault) -> Json:
    return {"code": "INVALID_PACKAGE", "message": f"{fault.resource}: {fault.says}"}
