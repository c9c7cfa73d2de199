"""Rules of the Dialog directives that lead a dialog (dialog-interface-reference)."""

from collections.abc import Iterator

from simulator.finding import DIALOG, Finding
from simulator.judge.case import Case
from simulator.judge.response import SLOT_FIELD, STEPS, Directive, as_object


def dialog_rules(case: Case) -> Iterator[Finding]:
    """Every rule for the Dialog directives of a response."""
    steps = [directive for directive in case.body.directives if directive.type in STEPS]
    if len(steps) > 1:
        names = ", ".join(step.type for step in steps)
        yield Finding("dialog-single", f"a response takes one step of a dialog; this one has {names}", DIALOG)
    for step in steps:
        yield from _step(case, step)


def dialog_intent(case: Case, step: Directive) -> str | None:
    """The intent that a step is about: the updated one, else the request's."""
    updated = step.part("updatedIntent").get("name")
    return updated if isinstance(updated, str) else case.intent


def why_dropped(case: Case, step: Directive) -> str | None:
    """Why Alexa drops a step without a word, or None if she does not: the model's dialog section lacks it.

    Delegate may hand over to any custom intent, if there is a dialog section at all (intent chaining).
    """
    intent = dialog_intent(case, step) or ""
    if _chains(case, step) and case.declared.has_dialogs and intent in case.declared:
        return None
    if case.declared.dialog(intent) is None:
        return f"the intent {intent} is not in the dialog section of the interaction model"
    slot = step.get(SLOT_FIELD.get(step.type, ""))
    if slot and slot not in [declared.name for declared in case.declared.dialog_slots(intent)]:
        return f"the slot {slot} of {intent} is not in the dialog section of the interaction model"
    return None


def _chains(case: Case, step: Directive) -> bool:
    """Whether a step delegates another intent than the request's."""
    intent = dialog_intent(case, step)
    return step.type == "Dialog.Delegate" and intent != case.intent and not str(intent).startswith("AMAZON.")


def _step(case: Case, step: Directive) -> Iterator[Finding]:
    if not case.body.open:
        yield Finding("dialog-closed", f"{step.type} cannot go on in a session that shouldEndSession ends", DIALOG)
    if not dialog_intent(case, step):
        says = f"{step.type} has no intent: a {case.request_type} brings none, so it needs updatedIntent"
        yield Finding("dialog-intent", says, DIALOG)
        return
    if step.type in SLOT_FIELD and not isinstance(step.get(SLOT_FIELD[step.type]), str):
        yield Finding("dialog-slot", f"{step.type} needs {SLOT_FIELD[step.type]}", DIALOG)
    if why := why_dropped(case, step):
        says = f"Alexa drops the {step.type} without a word: {why}"
        yield Finding("dialog-dropped", says, DIALOG, refuses=False)
    yield from _updated_intent(case, step)
    if step.type == "Dialog.Delegate":
        yield from _delegate(case, step)


def _updated_intent(case: Case, step: Directive) -> Iterator[Finding]:
    intent = dialog_intent(case, step) or ""
    for name in as_object(step.part("updatedIntent").get("slots")):
        if name not in case.declared.slots(intent):
            yield Finding(
                "dialog-slot", f"updatedIntent has the slot {name}, which {intent} does not declare", DIALOG
            )


def _delegate(case: Case, step: Directive) -> Iterator[Finding]:
    for place, _ in case.speeches:
        says = f"with Dialog.Delegate Alexa speaks the model's prompts, so there can be no {place}"
        yield Finding("delegate-speech", says, DIALOG)
    if case.request["request"].get("dialogState") == "COMPLETED" and not _chains(case, step):
        yield Finding("delegate-completed", "the dialog is complete and cannot be delegated any further", DIALOG)
