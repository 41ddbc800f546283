// One phone on the page: sends to the desk what its owner does.
import { sticker, voiceNote } from "./samples.js";
import { Screen, TOAST_LASTS } from "./screen.js";
import { word } from "./words.js";

export class Phone extends Screen {
  constructor(summary, choosePlace) {
    super(summary.id);
    this.choosePlace = choosePlace;
    this.editing = null;
    this.listen();
  }

  listen() {
    const composer = this.find(".composer"), box = composer.elements.text;
    composer.addEventListener("submit", (event) => { event.preventDefault(); this.say(); });
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.say(); }
      if (event.key === "Escape") this.stopEditing();
    });
    box.addEventListener("input", () => this.grow());
    this.find(".begin").addEventListener("click", () => this.post("start", {}));
    this.find(".scan").addEventListener("submit", (event) => { event.preventDefault(); this.scan(event.target); });
    this.find(".pick").addEventListener("change", (event) => this.picked(event.target));
    this.node.addEventListener("click", (event) => this.chosen(event.target.closest("[data-do]")));
    document.addEventListener("click", (event) => this.closeMenus(event.target.closest("details")));
    this.node.addEventListener("keydown", (event) => { if (event.key === "Escape") this.closeMenus(); });
    this.node.addEventListener("toggle", (event) => { if (event.target.open) this.closeMenus(event.target); }, true);
  }

  async post(path, body, method = "POST") {
    const form = body instanceof FormData;
    const headers = form ? {} : { "Content-Type": "application/json" };
    const answer = await fetch(`phone/${this.id}/${path}`, { method, headers, body: form ? body : JSON.stringify(body) });
    const said = await answer.json();
    if (!answer.ok) this.showToast(word("refused"));
    return answer.ok ? said : null;
  }

  async say() {
    const box = this.find("textarea"), text = box.value.trim();
    if (!text) return;
    const done = this.editing ? this.post(`edit/${this.editing.id}`, { text }) : this.post("text", { text });
    if (await done) { box.value = ""; this.stopEditing(); }
  }

  grow() {
    const box = this.find("textarea");
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight + 2, 120)}px`;
  }

  scan(form) {
    this.post("start", { payload: form.elements.payload.value });
    this.closeMenus();
  }

  edit(bubble) {
    this.editing = bubble;
    this.find(".editing").hidden = false;
    this.find("textarea").value = bubble.text;
    this.grow();
    this.find("textarea").focus();
  }

  stopEditing() {
    if (this.editing) this.find("textarea").value = "";
    this.editing = null;
    this.find(".editing").hidden = true;
    this.grow();
  }

  async tap(button, bubble, node) {
    node.setAttribute("aria-busy", "true");
    const done = await this.post("tap", { message_id: bubble.id, data: button.callback_data, label: button.text });
    if (done?.copied) await navigator.clipboard.writeText(done.copied).then(() => this.showToast(word("copied")), () => {});
    setTimeout(() => node.removeAttribute("aria-busy"), TOAST_LASTS);
  }

  async chosen(button) {
    if (!button) return;
    const acts = {
      block: () => this.post("block", {}),
      unblock: () => this.post("unblock", {}),
      clear: () => this.post("chat", {}, "DELETE"),
      remove: () => confirm(word("confirm", this.state.first_name)) && this.remove(),
      "cancel-edit": () => this.stopEditing(),
      place: () => this.sharePlace(),
      photo: () => this.pick("photo", "image/*"),
      document: () => this.pick("document", ""),
      voice: () => this.upload("voice", voiceNote()),
      sticker: async () => this.upload("sticker", await sticker()),
      contact: () => this.shareContact(),
    };
    this.closeMenus();
    await acts[button.dataset.do]();
  }

  async remove() {
    await fetch(`phone/${this.id}`, { method: "DELETE" });
  }

  async sharePlace() {
    const point = await this.choosePlace();
    if (point) await this.post("location", { latitude: point.latitude, longitude: point.longitude });
  }

  shareContact() { return this.post("contact", { phone_number: `+3363998${String(this.id).slice(-4)}` }); }

  pick(kind, accept) {
    const input = this.find(".pick");
    Object.assign(input, { accept, value: "" });
    input.dataset.kind = kind;
    input.click();
  }

  picked(input) { if (input.files[0]) this.upload(input.dataset.kind, input.files[0]); }

  upload(kind, file) {
    const form = new FormData();
    form.append("kind", kind);
    form.append("file", file);
    return this.post("file", form);
  }
}
