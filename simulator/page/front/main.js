/** Where the parts of the page are joined: the talk, the Echo, the phone, and what developers see. */
import { byId } from "./base/element.js";
import { mountTabs } from "./base/tabs.js";
import { mountDeveloper } from "./developer/developer.js";
import { mountConversation } from "./echo/conversation.js";
import { Microphone } from "./echo/microphone.js";
import { Mouth } from "./echo/mouth.js";
import { mountSay } from "./echo/say.js";
import { mountSettings } from "./echo/settings.js";
import { mountSpeaker } from "./echo/speaker.js";
import { copyCard } from "./phone/card.js";
import { mountClock } from "./phone/clock.js";
import { mountFeed, newestCard } from "./phone/feed.js";
import { mountFullCard } from "./phone/full_card.js";
import { mountPermissions } from "./phone/permissions.js";
import { Bells } from "./phone/reminders.js";
import { mountGone } from "./shell/gone.js";
import { mountLook } from "./shell/look.js";
import { mountShortcuts } from "./shell/shortcuts.js";
import { LocalTalk } from "./talk/talk.js";

const talk = new LocalTalk();
const mouth = new Mouth();
const microphone = new Microphone();
const bells = new Bells();

mountLook();
mountGone(talk);
const say = mountSay(talk, mouth);
mountConversation(talk, mouth);
microphone.mount(talk, mouth, say);
mountSettings(talk, mouth, say);
bells.mount(talk);
mountSpeaker(talk, mouth, microphone, bells);

mountFullCard();
mountFeed(talk, say, mountTabs(document.querySelector("[data-tabs=phone]")));
mountPermissions(talk, say);
mountClock(talk);

mountDeveloper(talk, say);
mountShortcuts({ mouth, copyNewest });
talk.on("world", ({ skill }) => {
  byId("skill-name").textContent = skill.name;
  document.title = `${skill.name}: local Alexa`;
});
talk.connect();

function copyNewest() {
  const card = newestCard(talk);
  if (card) copyCard(card);
}
