"""A cold start: ``cold.py MODULE EVENT RESULT [FIRST]``.

Imports the module, hands the event in the file to its ``lambda_handler``, writes the peak of memory in kilobytes and
the answer into the file RESULT, and ends. ``FIRST`` is imported before; with ``-`` for the module nothing more is
done.
"""

import json
import sys
from importlib import import_module

from benchmarks.programs.context import Context
from benchmarks.programs.peak import peak_kilobytes

module, event, result, *first = sys.argv[1:]
answer = None
for name in first:
    import_module(name)
if module != "-":
    with open(event, encoding="utf-8") as file:  # noqa: PTH123 - pathlib is a cost of its own
        asked = json.load(file)
    answer = import_module(module).lambda_handler(asked, Context())
with open(result, "w", encoding="ascii") as file:  # noqa: PTH123
    json.dump({"peak_kb": peak_kilobytes(), "answer": answer}, file)
