"""Every rule, in the order in which its complaints are shown."""

from collections.abc import Callable, Iterator

from tools.lint import (
    manifest_examples,
    manifest_legal,
    manifest_listing,
    model_dialog,
    model_invocation,
    model_names,
    model_samples,
    model_size,
    model_types,
)
from tools.lint.complaint import Complaint
from tools.lint.manifest_subject import ManifestSubject
from tools.lint.subject import Subject

MODEL_RULES: tuple[Callable[[Subject], Iterator[Complaint]], ...] = (
    model_invocation.invocation_name,
    model_names.names,
    model_names.built_ins,
    model_names.defined_once,
    model_names.slot_types,
    model_samples.sample_characters,
    model_samples.sample_slots,
    model_samples.carrier_phrases,
    model_samples.samples_once,
    model_types.values,
    model_types.synonyms_once,
    model_dialog.dialog,
    model_dialog.prompts,
    model_dialog.fallback_sensitivity,
    model_size.size,
)
MANIFEST_RULES: tuple[Callable[[ManifestSubject], Iterator[Complaint]], ...] = (
    manifest_legal.locales,
    manifest_legal.privacy,
    manifest_legal.permissions,
    manifest_legal.endpoint,
    manifest_legal.hosts,
    manifest_listing.listing_texts,
    manifest_listing.not_affiliated,
    manifest_listing.keywords,
    manifest_listing.icons,
    manifest_listing.testing_instructions,
    manifest_examples.example_phrases,
)
