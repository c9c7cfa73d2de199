"""A folder as a zip that is the same, byte for byte, whenever it is made of the same files.

Zip keeps times and modes, and tools keep the order in which they find files: here all three are fixed. Lambda's own
user must be able to read everything (https://docs.aws.amazon.com/lambda/latest/dg/python-package.html).
"""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FILE_MODE, FOLDER_MODE = 0o644, 0o755
_REGULAR_FILE = 0o100000
_UNIX = 3
_LEVEL = 9
_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can name."""


def archive(folder: Path, target: Path) -> Path:
    """Write all files below the folder into the zip ``target``, and give them in the folder the same modes."""
    with ZipFile(target, "w") as zipped:
        for file in sorted(folder.rglob("*"), key=lambda found: found.relative_to(folder).as_posix()):
            file.chmod(FOLDER_MODE if file.is_dir() else FILE_MODE)
            if file.is_file():
                zipped.writestr(_entry(file.relative_to(folder)), file.read_bytes(), ZIP_DEFLATED, _LEVEL)
    return target


def _entry(path: Path) -> ZipInfo:
    entry = ZipInfo(path.as_posix(), _TIME)
    entry.create_system = _UNIX
    entry.external_attr = (_REGULAR_FILE | FILE_MODE) << 16
    return entry
