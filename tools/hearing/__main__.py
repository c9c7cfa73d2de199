"""Say how well people are heard.

python -m tools.hearing                             both languages, by the strict stage and by all stages
python -m tools.hearing en --matcher strict         one language, one matcher
python -m tools.hearing en --failures               also every utterance of the development part that is misheard
python -m tools.hearing en --failures --held-back   the same for the part that is held back
python -m tools.hearing --json                      the figures for programs, by language and matcher

An utterance is right when its intent is acceptable and its slots are, read as the skill reads them (a choice inside
longer words counts). One that is out of scope (only AMAZON.FallbackIntent is acceptable) is taken wrongly when
anything else is heard.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from functools import partial

from tools.hearing import ears
from tools.hearing.figures import figures, part
from tools.hearing.report import failures, report
from tools.hearing.utterances import LANGUAGES
from tools.places import SourceError

MATCHERS = {"strict": partial(ears.listen, strict=True), "all-stages": partial(ears.listen, strict=False)}
"""Who listens, by name."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status."""
    options = _options(arguments)
    names = list(MATCHERS) if options.matcher == "all" else [options.matcher]
    found: dict[str, dict[str, object]] = {}
    for language in options.languages or LANGUAGES:
        for name in names:
            try:
                results = MATCHERS[name](language)
            except (SourceError, OSError) as error:
                print(error, file=sys.stderr)
                return 1
            told = figures(results)
            found.setdefault(language, {})[name] = told.as_json()
            if not options.json:
                print("\n".join(report(f"{language} by {name}: {len(results)} utterances", told)))
                if options.failures:
                    print("\n".join(failures(part(results, held_back=options.held_back))))
    if options.json:
        print(json.dumps(found, indent=2))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tools.hearing", description=(__doc__ or "").split("\n", maxsplit=1)[0]
    )
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", help=f"of {', '.join(LANGUAGES)} (default: all)")
    parser.add_argument("--matcher", choices=[*MATCHERS, "all"], default="all", help="who listens (default: all)")
    parser.add_argument("--failures", action="store_true", help="list what is misheard in the development part")
    parser.add_argument("--held-back", action="store_true", help="list that of the part that is held back instead")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON, and nothing else")
    options = parser.parse_args(arguments)
    if strangers := set(options.languages) - set(LANGUAGES):
        parser.error(f"there is no language {', '.join(sorted(strangers))}; there are {', '.join(LANGUAGES)}")
    return options


if __name__ == "__main__":
    sys.exit(main())
