// Runs before the first paint, so that a chosen look does not flash the other one; shell/look.js does the rest.
try {
  const look = JSON.parse(localStorage.getItem("local-alexa.look"));
  if (look === "light" || look === "dark") document.documentElement.dataset.look = look;
} catch {
  // Storage that is forbidden or spoilt: the system's look it is.
}
