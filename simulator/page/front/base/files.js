/** Handing text over: to the clipboard, or as a file to save. */

/** Copy a text; false when the browser does not let us. */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Let the browser save a text under a name. */
export function save(text, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // Some browsers fetch the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
