/** The feed of the app: every card that the skill sent, the newest first. */
import { announce } from "../base/announce.js";
import { byId } from "../base/element.js";
import { keyed } from "../base/keyed.js";
import { makeCard } from "./card.js";
import { makeConsentCard } from "./consent_card.js";

/** Show the feed; `say` says a line, `tab` tells which tab of the app is shown. */
export function mountFeed(talk, say, tab) {
  const make = (turn) => (turn.ask ? makeConsentCard : makeCard)(turn, { talk, say });
  const show = keyed(byId("cards"), ({ number }) => number, make);
  let unseen = 0;

  function refresh() {
    const sent = cardsOf(talk);
    byId("no-cards").hidden = sent.length > 0;
    show(sent.reverse());
  }

  function count(news) {
    unseen = news;
    byId("new-cards").hidden = !news;
    byId("new-cards").textContent = news ? `${news} new` : "";
  }

  talk.on("replaced", refresh);
  talk.on("world", refresh);
  talk.on("said", (item) => {
    if (item.kind !== "turn" || !item.turn.card) return;
    refresh();
    byId("phone-panels").scrollTop = 0;
    const title = item.turn.ask ? "a request for permission" : item.turn.card.title;
    announce("app-says", `A new card in the Alexa app: ${title}`);
    if (tab.chosen !== "tab-activity") count(unseen + 1);
  });
  tab.addEventListener("chosen", () => {
    if (tab.chosen === "tab-activity") count(0);
  });
}

/** The newest card to copy, or null when there is none. */
export function newestCard(talk) {
  return cardsOf(talk).findLast((turn) => !turn.ask)?.card ?? null;
}

/** The phone is that of the person who speaks: somebody else's cards are on theirs. */
function cardsOf(talk) {
  return talk.turns.filter((turn) => turn.card && turn.user === talk.world.user);
}
