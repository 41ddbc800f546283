// Live pages: what changes elsewhere shows here, and whoever is in it stays in it. Without this file every page still works.
"use strict";

const page = document.getElementById("live");
const notice = document.getElementById("notice");
const linkState = document.getElementById("link-state");

function elements(html) {
  return [...new DOMParser().parseFromString(html, "text/html").body.children].filter((e) => e.id);
}

// Put a fragment where it belongs: in place of the former one, or at its place in a list.
function put(fresh) {
  const former = document.getElementById(fresh.id);
  if (former?.dataset.v === fresh.dataset.v) return;
  if (fresh.dataset.place) return place(former, fresh);
  if (former && fresh.dataset.into && sameWords(former, fresh)) return settle(former, fresh);
  const focused = former?.contains(document.activeElement) && document.activeElement;
  const words = former ? typed(former) : [];
  const atEnd = innerHeight + scrollY > document.documentElement.scrollHeight - 160;
  if (former) former.replaceWith(fresh);
  if (!former && fresh.dataset.into) insert(document.getElementById(fresh.dataset.into), fresh);
  prepare(fresh);
  if (fresh.id === "floor") rescue(fresh, words);
  if (fresh.id === "floor" && former && !focused && former.className !== fresh.className) announce(fresh);
  if (fresh.dataset.order !== undefined) arrange(fresh);
  if (focused) refocus(focused, fresh);
  if (fresh.dataset.title) document.title = fresh.dataset.title;
  if (atEnd && (fresh.dataset.into || fresh.id === "floor")) document.getElementById("fin")?.scrollIntoView();
}

// At the same field, at the same letter; else at the beginning of what came in its place.
function refocus(focused, fresh) {
  const now = focused.id && document.getElementById(focused.id);
  if (!now) fresh.tabIndex = -1;
  (now || fresh).focus({ preventScroll: true });
  if (now && focused.selectionStart != null && now.value === focused.value) now.setSelectionRange(focused.selectionStart, focused.selectionEnd);
}

// One of many in a list, which may have changed its list; its column tells the order afterwards.
function place(former, fresh) {
  const list = document.getElementById(fresh.dataset.place);
  const held = former?.contains(document.activeElement);
  if (former?.parentElement === list) former.replaceWith(fresh);
  else { former?.remove(); list?.append(fresh); }
  if (held) fresh.querySelector("a")?.focus({ preventScroll: true });
}

// What stands in a column, and in which order. What is in its place is not moved: it may be read, or have the focus.
function arrange(head) {
  const list = document.getElementById(head.dataset.list);
  const focused = list.contains(document.activeElement) && document.activeElement;
  const order = head.dataset.order.split(" ").filter(Boolean);
  for (const call of [...list.children]) if (!order.includes(call.id)) call.remove();
  order.forEach((id, at) => {
    const call = document.getElementById(id);
    if (call && list.children[at] !== call) list.insertBefore(call, list.children[at] ?? null);
  });
  if (focused?.isConnected) focused.focus({ preventScroll: true });
}

function sameWords(former, fresh) {
  const words = [former, fresh].map((line) => {
    const copy = line.cloneNode(true);
    copy.querySelector(".deliveries")?.remove();
    return copy.innerHTML;
  });
  return words[0] === words[1];
}

// A line said stays as it is: only what changed is put in its place (its fate, its words if they were changed),
// so that it is not read out again.
function settle(former, fresh) {
  for (const part of [".content", ".deliveries"]) {
    const [old, now] = [former, fresh].map((line) => line.querySelector(part));
    if (old && now && old.innerHTML !== now.innerHTML) old.replaceWith(now);
  }
  former.dataset.v = fresh.dataset.v;
}

function insert(list, fresh) {
  if (!list) return;
  document.getElementById("no-lines")?.remove();
  const later = [...list.children].find((e) => Number(e.dataset.seq) > Number(fresh.dataset.seq));
  list.insertBefore(fresh, later ?? null);
}

// News of any kind: each fragment to its place.
function show(html) {
  elements(html).forEach(put);
}

// Who may speak has changed under somebody who was elsewhere on the page.
function announce(floor) {
  const heard = document.getElementById("heard");
  if (heard) heard.textContent = (floor.querySelector(".mark") ?? floor.querySelector("label, button"))?.textContent.trim() ?? "";
}

// The same words said twice would be read out twice.
function tell(words) {
  if (linkState.textContent !== words) linkState.textContent = words;
}

let stream = null;

function follow() {
  stream?.close();
  const path = page.dataset.live;
  const mine = stream = new EventSource(`${path}${path.includes("?") ? "&" : "?"}vu=${page.dataset.edition}`);
  mine.addEventListener("part", (event) => {
    page.dataset.edition = event.lastEventId || page.dataset.edition;
    hear(event.data);
  });
  mine.addEventListener("stale", () => { mine.close(); location.reload(); });
  mine.addEventListener("open", () => { tell(""); again(); });
  mine.addEventListener("error", () => {
    tell(page.dataset.cut);
    if (mine.readyState === EventSource.CLOSED) setTimeout(() => { if (mine === stream) comeBack(); }, 2000 + 2000 * Math.random());
  });
  mine.addEventListener("signed-out", () => { mine.close(); tell(page.dataset.over); });
  mine.addEventListener("gone", () => { mine.close(); vanish(); });
}

function typed(root) {
  return [...root.querySelectorAll("form[data-draft]")].map(fieldOf).filter((field) => field.value);
}

// To be read and copied.
function kept(fields) {
  const box = Object.assign(document.createElement("div"), { className: "kept" });
  for (const field of fields) {
    Object.assign(field, { id: `kept-${field.id}`, readOnly: true, disabled: false });
    box.append(Object.assign(document.createElement("label"), { htmlFor: field.id, textContent: page.dataset.kept }), field);
  }
  return box;
}

// Who was writing when somebody else got the floor does not lose their words from sight, until they may write again.
function rescue(floor, words) {
  if (typed(floor).length) notice.querySelector(".kept")?.remove();
  else if (words.length && !notice.querySelector("textarea")) {
    notice.append(kept(words));
    notice.scrollIntoView({ block: "nearest" });
  }
}

// What was erased, or is followed by others now, stays before nobody's eyes; what they were typing does.
function vanish() {
  page.replaceChildren(kept(typed(page)));
  page.className = "";
  document.title = page.dataset.nameless;
  tell(page.dataset.gone);
}

// The browser gave up: the server is away, the session is over, or the page is gone. To ask for the page itself would
// say that it is read.
async function comeBack() {
  const asking = new AbortController();
  const answer = await fetch(page.dataset.live, { signal: asking.signal }).catch(() => null);
  asking.abort();
  if (answer?.redirected) tell(page.dataset.over);
  else if (answer?.status === 404) vanish();
  else follow();
}

// A browser keeps six lines to one server: a thread that nobody looks at lets go of its own, and misses nothing.
const RESTS = 10000;
let resting = 0;

function look() {
  clearTimeout(resting);
  if (!document.hidden && stream?.readyState === EventSource.CLOSED && stream.rests) follow();
  if (document.hidden && page.dataset.rests !== undefined) resting = setTimeout(() => { stream.rests = true; stream.close(); }, RESTS);
}

prepare(document);
if (page?.dataset.live) {
  for (const named of page.querySelectorAll("[data-title]")) document.title = named.dataset.title;
  follow();
  addEventListener("online", () => { if (stream.readyState !== EventSource.CLOSED) follow(); });
  addEventListener("pagehide", () => stream.close());
  // Back to a page that the browser had kept as it was: somebody else may be signed in by now.
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  document.addEventListener("visibilitychange", look);
}
