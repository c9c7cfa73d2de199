"""What the store shows: texts, lengths, icons, keywords, and the notice that the skill is not Amazon's."""

from collections.abc import Iterator

from tools.lint.complaint import Complaint
from tools.lint.manifest_subject import PUBLISHING, ManifestSubject
from tools.lint.words import LANGUAGES, WAKE_WORDS
from tools.manifest_schema import Listing

MOST_KEYWORDS = 30
_LENGTHS = {"name": (2, 50), "summary": (1, 160), "description": (1, 4000)}
_FILE = "file://"


def listing_texts(subject: ManifestSubject) -> Iterator[Complaint]:
    """Name, summary and description have the length that the store takes, and the name no mark of Amazon's."""
    for steps, _, listing in subject.listings():
        texts = {"name": listing.name, "summary": listing.summary, "description": listing.description}
        for key, (least, most) in _LENGTHS.items():
            count = len(texts[key])
            if not least <= count <= most:
                text = f"the {key} has {count} characters; the store takes {least} to {most}, change it"
                yield Complaint((*steps, key), f"{key}-length", text)
        if marks := WAKE_WORDS & set(listing.name.lower().split()):
            text = f"the name holds {', '.join(sorted(marks))}, which only Amazon may use; take it out"
            yield Complaint((*steps, "name"), "trademark", text)


def not_affiliated(subject: ManifestSubject) -> Iterator[Complaint]:
    """Each description says in its own language that the skill is not Amazon's."""
    for steps, locale, listing in subject.listings():
        language = LANGUAGES.get(locale.split("-")[0])
        if language is None or language.not_affiliated not in listing.description.lower():
            phrase = language.not_affiliated if language else "its own notice, added in tools/lint/words.py"
            text = f"the description does not say that the skill is not Amazon's; add {phrase!r}"
            yield Complaint((*steps, "description"), "not-affiliated", text)


def keywords(subject: ManifestSubject) -> Iterator[Complaint]:
    """At most thirty keywords, and none twice."""
    for steps, _, listing in subject.listings():
        count = len(listing.keywords)
        if count > MOST_KEYWORDS:
            text = f"{count} keywords; the store takes {MOST_KEYWORDS}, take some out"
            yield Complaint((*steps, "keywords"), "keywords", text)
        for index, keyword in enumerate(listing.keywords):
            if keyword in listing.keywords[:index]:
                yield Complaint((*steps, "keywords", index), "keywords", f"{keyword!r} stands twice; take one out")


def icons(subject: ManifestSubject) -> Iterator[Complaint]:
    """An icon that the package is to carry is there."""
    for steps, _, listing in subject.listings():
        for key, uri in _icons(listing):
            if uri.startswith(_FILE) and not (subject.root / uri.removeprefix(_FILE)).is_file():
                text = f"there is no file {uri.removeprefix(_FILE)}; add it or take the key out"
                yield Complaint((*steps, key), "icon", text)


def testing_instructions(subject: ManifestSubject) -> Iterator[Complaint]:
    """The tester is told how to reach each branch."""
    publishing = subject.manifest.publishing_information
    if not publishing.testing_instructions.strip():
        text = "the testing instructions are missing; say how a tester reaches each branch"
        yield Complaint((*PUBLISHING, "testingInstructions"), "testing-instructions", text)
    if not publishing.category:
        yield Complaint((*PUBLISHING, "category"), "category", "the category is missing; choose one of the store's")


def _icons(listing: Listing) -> Iterator[tuple[str, str]]:
    if listing.small_icon_uri:
        yield "smallIconUri", listing.small_icon_uri
    if listing.large_icon_uri:
        yield "largeIconUri", listing.large_icon_uri
