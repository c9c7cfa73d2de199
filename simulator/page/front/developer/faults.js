/** Faults of Alexa's services: put one on, see which there are, take it off. */
import { byId, element } from "../base/element.js";
import { fillSelect, keyed } from "../base/keyed.js";

/** Statuses that services are known to answer with; any other can be typed. */
const STATUSES = ["401", "403", "429", "500", "503"];

/** Bring the controls to life; `say` says a line. */
export function mountFaults(talk, say) {
  byId("fault-form").addEventListener("submit", (event) => {
    event.preventDefault();
    say(`:fault ${byId("fault-service").value} ${byId("fault-kind").value.trim()}`);
  });
  const show = keyed(byId("faults"), ([service]) => service, ([service]) => makeFault(service, say));
  talk.on("world", ({ faults }) => {
    const services = faults.services.map((service) => [service, service]);
    fillSelect(byId("fault-service"), services, byId("fault-service").value || services[0]?.[0]);
    fillSelect(byId("fault-kinds"), [...STATUSES, ...faults.kinds].map((kind) => [kind, kind]), "");
    const now = Object.entries(faults.now);
    byId("no-faults").hidden = now.length > 0;
    show(now);
  });
}

function makeFault(service, say) {
  const words = element("span");
  const mend = element("button", { type: "button", click: () => say(`:fault ${service} off`) }, "Mend");
  mend.setAttribute("aria-label", `Mend ${service}`);
  return {
    node: element("li", { class: "row" }, words, mend),
    update: ([, kind]) => {
      words.textContent = `${service}: ${kind}`;
    },
  };
}
