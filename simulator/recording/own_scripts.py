"""The project's own scripts, by id: ``en/lost_package.yaml#0`` is the first one of that file."""

from functools import cached_property
from pathlib import Path

from simulator.recording.errors import ScriptWrong
from simulator.recording.files import read
from simulator.recording.script import Script


class OwnScripts:
    """The scripts under a folder; they are read when somebody first asks for them."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    @cached_property
    def by_id(self) -> dict[str, Script]:
        """Every script, in the order of files and lines; raises ScriptWrong for a file that is none."""
        folder = self._folder
        if folder is None or not folder.is_dir():
            return {}
        paths = sorted(folder.glob("*/*.yaml"))
        return {
            f"{path.relative_to(folder).as_posix()}#{number}": script
            for path in paths
            for number, script in enumerate(read(path))
        }

    def script(self, id_: str) -> Script:
        """The script of an id; raises ScriptWrong when there is none."""
        if id_ not in self.by_id:
            raise ScriptWrong(f"there is no script {id_!r}")
        return self.by_id[id_]
