// The screen of a phone: draws what the desk says it shows. `Phone` adds post(), sharePlace(), shareContact().
import { bubbleNode, dayOf } from "./bubbles.js";
import { element, word } from "./words.js";

export const TOAST_LASTS = 4000;
const TYPING_LASTS = 5200;

export class Screen {
  constructor(id) {
    this.id = id;
    this.node = document.getElementById("phone").content.firstElementChild.cloneNode(true);
    this.node.id = `phone-${id}`;
    this.drawn = new Map();
    this.toastSeen = undefined;
  }

  find(selector) { return this.node.querySelector(selector); }

  closeMenus(except) {
    for (const menu of this.node.querySelectorAll("details[open]")) {
      if (menu === except) continue;
      const inside = menu.contains(document.activeElement);
      menu.open = false;
      if (inside) menu.firstElementChild.focus();
    }
  }

  async refresh() {
    const answer = await fetch(`phone/${this.id}`, { cache: "no-store" });
    if (!answer.ok) return false;
    this.draw(await answer.json());
    return !this.state.gone;
  }

  draw(state) {
    this.state = state;
    const scroll = this.find(".scroll"), fromEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight;
    const asleep = state.blocked || !state.started;
    this.find(".owner").textContent = word("owner", state.first_name);
    this.find(".bot-name").textContent = state.bot.first_name;
    this.find(".presence").textContent = word(state.action ? "typing" : "bot");
    this.find(".about").textContent = this.aboutText();
    this.find(".begin").hidden = !asleep;
    this.find(".begin").textContent = word(state.blocked ? "begin-again" : "begin");
    this.find(".composer").hidden = asleep;
    this.find('[data-do="block"]').hidden = state.blocked;
    this.find('[data-do="unblock"]').hidden = !state.blocked;
    this.drawBubbles(state.bubbles);
    this.drawKeyboard(asleep ? null : state.keyboard);
    this.drawCommands(state.commands);
    this.drawToast(state.toast);
    // Who reads at the end stays there; who reads further up is left in peace.
    if (fromEnd < 80) scroll.scrollTop = scroll.scrollHeight;
    if (state.action) setTimeout(() => this.refresh(), TYPING_LASTS);
  }

  aboutText() {
    if (this.state.blocked) return word("blocked");
    return this.state.started ? "" : this.state.description || word("about");
  }

  drawBubbles(bubbles) {
    const list = this.find(".bubbles");
    const wanted = new Map(bubbles.map((bubble) => [bubble.id, JSON.stringify(bubble)]));
    for (const [id, old] of this.drawn) if (!wanted.has(id)) { old.node.remove(); this.drawn.delete(id); }
    for (const bubble of bubbles) this.drawBubble(bubble, wanted.get(bubble.id), list);
    this.drawDays(bubbles);
  }

  drawBubble(bubble, text, list) {
    const old = this.drawn.get(bubble.id);
    if (old?.text === text) return;
    const node = bubbleNode(bubble, this);
    const focused = old?.node.contains(document.activeElement);
    if (old) old.node.replaceWith(node); else list.append(node);
    // A tap by keyboard goes on from the buttons that come instead, or from the words.
    if (focused) (node.querySelector(".key") ?? this.find("textarea")).focus({ preventScroll: true });
    this.drawn.set(bubble.id, { text, node });
  }

  drawDays(bubbles) {
    for (const old of this.node.querySelectorAll(".day")) old.remove();
    let day = "";
    for (const bubble of bubbles) {
      if (dayOf(bubble) !== day) this.drawn.get(bubble.id).node.before(element("li", { class: "day" }, dayOf(bubble)));
      day = dayOf(bubble);
    }
  }

  drawKeyboard(keyboard) {
    const zone = this.find(".keyboard"), text = JSON.stringify(keyboard);
    if (zone.dataset.text === text) return;
    zone.dataset.text = text;
    zone.hidden = !keyboard;
    this.find("textarea").placeholder = keyboard?.input_field_placeholder || word("message");
    const rows = keyboard?.keyboard ?? [];
    zone.replaceChildren(...rows.map((row) => element("div", { class: "keys" }, ...row.map((one) => this.replyKey(one)))));
  }

  replyKey(button) {
    const press = () => {
      if (button.request_location) return this.sharePlace();
      return button.request_contact ? this.shareContact() : this.post("text", { text: button.text });
    };
    return element("button", { type: "button", class: "key", onclick: press }, button.text);
  }

  drawCommands(commands) {
    const menu = this.find(".commands");
    menu.hidden = !commands.length;
    menu.lastElementChild.replaceChildren(...commands.map(({ command, description }) => element("button",
      { type: "button", onclick: () => { this.closeMenus(); this.post("text", { text: `/${command}` }); } },
      element("strong", {}, `/${command}`), ` ${description}`)));
  }

  drawToast(toast) {
    const first = this.toastSeen === undefined, known = this.toastSeen === (toast?.tap ?? null);
    this.toastSeen = toast?.tap ?? null;
    if (!toast || first || known) return;
    if (!toast.alert) { this.showToast(toast.text); return; }
    document.getElementById("alert-text").textContent = toast.text;
    document.getElementById("alert").showModal();
  }

  showToast(text) {
    const toast = this.find(".toast");
    toast.textContent = text;
    toast.hidden = false;
    clearTimeout(this.toastTimer);
    this.toastTimer = setTimeout(() => { toast.hidden = true; }, TOAST_LASTS);
  }
}
