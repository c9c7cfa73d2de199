/** Permissions in words. */

const NAMES = {
  reminders: "Reminders",
  timers: "Timers",
  name: "Full name",
  given_name: "First name",
  email: "Email address",
  phone: "Mobile number",
};
const STATUS = { GRANTED: "allowed", DENIED: "not allowed" };

/** How a permission is called; one that nobody named has its scope for a name. */
export function permissionName({ name, scope }) {
  return NAMES[name] ?? name ?? scope;
}

/** How it stands: allowed, not allowed, not asked yet. */
export function permissionStatus(status) {
  return STATUS[status] ?? "not asked yet";
}

/** The permission of the world that a scope stands for. */
export function permissionOf(world, scope) {
  return world.permissions.find((one) => one.scope === scope) ?? { name: scope, scope, status: null };
}
