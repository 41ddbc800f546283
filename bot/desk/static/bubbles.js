// One message as a bubble. What the desk sends as `html` is escaped there; all else goes in as text.
import { element, word } from "./words.js";

const clock = new Intl.DateTimeFormat("fr-FR", { hour: "2-digit", minute: "2-digit" });
const calendar = new Intl.DateTimeFormat("fr-FR", { weekday: "long", day: "numeric", month: "long" });

/** The list item of a message. `act` has tap(button, node) and edit(bubble). */
export function bubbleNode(bubble, act) {
  const mine = bubble.author === "phone";
  const body = element("div", { class: "bubble" },
    element("span", { class: "unseen" }, word(mine ? "by-me" : "by-bot")),
    bubble.group && element("span", { class: "group" }, bubble.group),
    answered(bubble), attached(bubble), text(bubble), foot(bubble, mine));
  return element("li", { class: mine ? "mine" : "theirs", "data-id": bubble.id }, body,
    mine && bubble.text && editButton(bubble, act), reactions(bubble), buttons(bubble, act));
}

export function dayOf(bubble) {
  const day = new Date(bubble.date * 1000);
  return day.toDateString() === new Date().toDateString() ? word("today") : calendar.format(day);
}

function text(bubble) {
  if (!bubble.html) return null;
  const shown = element("div", { class: "text", dir: "auto" });
  shown.innerHTML = bubble.html;
  return shown;
}

function answered(bubble) {
  const other = bubble.reply_to_message;
  return other ? element("p", { class: "answered" }, other.text || other.caption || word("message")) : null;
}

function foot(bubble, mine) {
  const at = new Date(bubble.date * 1000);
  return element("p", { class: "foot" },
    bubble.edited && element("span", {}, word("edited")),
    element("time", { datetime: at.toISOString() }, clock.format(at)),
    mine && ticks(bubble.taken));
}

function ticks(taken) {
  const label = word(taken ? "taken" : "sent");
  return element("span", { class: taken ? "ticks taken" : "ticks", role: "img", "aria-label": label, title: label },
    taken ? "✓✓" : "✓");
}

function editButton(bubble, act) {
  return element("button", { type: "button", class: "edit", onclick: () => act.edit(bubble) }, word("edit"));
}

function reactions(bubble) {
  if (!bubble.reactions.length) return null;
  return element("p", { class: "reactions", role: "img", "aria-label": `${word("reaction")} ${bubble.reactions[0]}` },
    ...bubble.reactions);
}

function buttons(bubble, act) {
  if (!bubble.buttons.length) return null;
  const rows = bubble.buttons.map((row) => element("div", { class: "keys" }, ...row.map((one) => key(one, bubble, act))));
  return element("div", { class: "inline", role: "group", "aria-label": word("buttons") }, ...rows);
}

function key(button, bubble, act) {
  if (button.url) {
    return element("a", { class: "key link", href: button.url, target: "_blank", rel: "noopener noreferrer" }, button.text);
  }
  return element("button", { type: "button", class: "key", onclick: (event) => act.tap(button, bubble, event.currentTarget) },
    button.text);
}

function attached(bubble) {
  if (bubble.venue) return card(bubble.venue.title, bubble.venue.address, bubble.venue.location);
  if (bubble.location) return card(word("position"), place(bubble.location), bubble.location);
  if (bubble.contact) return element("p", { class: "contact" }, word("contact", bubble.contact.phone_number));
  return bubble.file ? file(bubble.file) : null;
}

function place({ latitude, longitude }) {
  return `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
}

function card(title, address, { latitude, longitude }) {
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  return element("div", { class: "venue" }, element("span", { class: "pin", "aria-hidden": "true" }),
    element("p", {}, element("strong", {}, title), element("span", {}, address),
      element("a", { href: map, target: "_blank", rel: "noopener noreferrer" }, word("map"))));
}

function file(one) {
  if (one.kind === "photo") return element("img", { class: "photo", src: one.url, alt: word("photo") });
  if (one.kind === "sticker") return element("img", { class: "sticker", src: one.url, alt: word("sticker") });
  if (one.kind === "voice" || one.kind === "audio") {
    return element("div", { class: "voice" }, element("span", {}, word("voice")),
      element("audio", { controls: true, preload: "none", src: one.url, "aria-label": word("voice") }));
  }
  return element("a", { class: "file", href: one.url, download: one.name, "aria-label": word("download", one.name) },
    element("span", { class: "sheet-icon", "aria-hidden": "true" }),
    element("span", {}, element("strong", {}, one.name), element("small", {}, weight(one.size))));
}

function weight(bytes) {
  return bytes < 1024 ? `${bytes} o` : bytes < 1048576 ? `${Math.round(bytes / 1024)} Ko` : `${(bytes / 1048576).toFixed(1)} Mo`;
}
