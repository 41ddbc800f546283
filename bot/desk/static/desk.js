// The page: the phones side by side, kept live by one stream of events.
import { Phone } from "./phone.js";
import { element } from "./words.js";

const desk = document.querySelector(".desk"), tabs = document.querySelector(".tabs");
const phones = new Map(), waiting = new Set();
const places = await (await fetch("static/places.json")).json();

function choosePlace() {
  const dialog = document.getElementById("place");
  dialog.querySelector(".places").replaceChildren(...places.map((place, n) => element("label", {},
    element("input", { type: "radio", name: "place", value: n, checked: n === 0 }), place.name)));
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((done) => dialog.addEventListener("close", () => {
    const chosen = dialog.querySelector("input:checked");
    done(dialog.returnValue === "share" && chosen ? places[Number(chosen.value)] : null);
  }, { once: true }));
}

async function put(summary) {
  if (phones.has(summary.id)) return phones.get(summary.id);
  const phone = new Phone(summary, choosePlace);
  phones.set(summary.id, phone);
  desk.insertBefore(phone.node, desk.querySelector(".add"));
  tabs.lastElementChild.before(element("a", { href: `#${phone.node.id}`, onclick: (event) => show(event, phone) }, summary.first_name));
  await refresh(summary.id);
  return phone;
}

function show(event, phone) {
  event.preventDefault();
  phone.node.scrollIntoView({ inline: "start", block: "nearest" });
  (phone.find(".composer").hidden ? phone.find(".begin") : phone.find("textarea")).focus({ preventScroll: true });
}

/** Draw a phone again: changes that come while it is being read ask for one more reading. */
async function refresh(id) {
  if (!phones.has(id)) return;
  if (waiting.has(id)) { waiting.add(`${id} again`); return; }
  waiting.add(id);
  const stays = await phones.get(id).refresh().catch(() => true);
  waiting.delete(id);
  if (!stays) drop(id);
  else if (waiting.delete(`${id} again`)) await refresh(id);
}

function drop(id) {
  const phone = phones.get(id);
  if (!phone) return;
  tabs.querySelector(`[href="#${phone.node.id}"]`).remove();
  phone.node.remove();
  phones.delete(id);
}

/** Read who there is. A phone added meanwhile is not in the answer, and stays. */
async function readAll() {
  const before = [...phones.keys()];
  const all = await (await fetch("phone", { cache: "no-store" })).json();
  const here = new Set(all.map((one) => one.id));
  for (const id of before) if (!here.has(id)) drop(id);
  await Promise.all(all.map((one) => (phones.has(one.id) ? refresh(one.id) : put(one))));
}

const form = document.querySelector(".new-phone");

// Someone may have typed before this script came.
let typed = form.elements.first_name.value !== form.elements.first_name.defaultValue;
form.elements.first_name.addEventListener("input", () => { typed = true; });

/** Propose a first name that no phone here has yet, unless one is being typed. */
function proposeName(...coming) {
  const field = form.elements.first_name;
  if (typed || (!coming.length && document.activeElement === field)) return;
  const taken = new Set([...coming, ...[...phones.values()].map((phone) => phone.state?.first_name)]);
  const names = field.dataset.names.split(" ");
  field.value = names.find((name) => !taken.has(name)) ?? names[0];
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { first_name, language_code, payload } = Object.fromEntries(new FormData(form));
  form.elements.payload.value = "";
  typed = false;
  proposeName(first_name); // now, not when the answer comes: the next name may be typed by then
  const body = JSON.stringify({ first_name, language_code });
  const answer = await fetch("phone", { method: "POST", headers: { "Content-Type": "application/json" }, body });
  const phone = await put(await answer.json());
  if (payload) await phone.post("start", { payload });
  phone.node.scrollIntoView({ inline: "start", block: "nearest" });
  (payload ? phone.find("textarea") : phone.find(".begin")).focus({ preventScroll: true });
});

form.querySelector("button").disabled = false;

const lost = document.querySelector(".lost");
const stream = new EventSource("phone/events");
let first = true;
stream.addEventListener("open", async () => {
  lost.hidden = true;
  await readAll();
  if (first) { desk.scrollTo({ left: 0, behavior: "instant" }); proposeName(); }
  first = false;
});
stream.addEventListener("error", () => { lost.hidden = false; });
stream.addEventListener("changed", (event) => {
  const { phone } = JSON.parse(event.data);
  if (phones.has(phone)) refresh(phone); else readAll();
});
