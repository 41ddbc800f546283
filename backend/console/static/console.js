// Live pages, forms without reload, drafts. Without this file every page still works.
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
  const held = document.activeElement;
  const focused = former?.contains(held) && held.id;
  const atEnd = innerHeight + scrollY > document.documentElement.scrollHeight - 160;
  if (former) former.replaceWith(fresh);
  if (!former && fresh.dataset.into) insert(document.getElementById(fresh.dataset.into), fresh);
  prepare(fresh);
  if (fresh.dataset.order !== undefined) arrange(fresh);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  if (fresh.dataset.title) document.title = fresh.dataset.title;
  if (atEnd && (fresh.dataset.into || fresh.id === "floor")) document.getElementById("fin")?.scrollIntoView();
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
  const order = head.dataset.order.split(" ").filter(Boolean);
  for (const call of [...list.children]) if (!order.includes(call.id)) call.remove();
  order.forEach((id, at) => {
    const call = document.getElementById(id);
    if (call && list.children[at] !== call) list.insertBefore(call, list.children[at] ?? null);
  });
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

// Drafts outlive a replaced form, a reload and a lost session; a sent form forgets its own.
function prepare(root) {
  for (const form of root.querySelectorAll("form[data-draft]")) {
    const field = form.querySelector("textarea");
    const kept = sessionStorage.getItem(form.dataset.draft);
    if (kept && !field.value) field.value = kept;
    count(field);
  }
}

function count(field) {
  const place = document.querySelector(`[data-count-for="${field.id}"]`);
  if (!place) return;
  place.dataset.none ??= place.textContent;
  const left = (place.dataset.limit - field.value.length).toLocaleString("fr-FR");
  place.textContent = field.value ? `${left} ${place.dataset.left}` : place.dataset.none;
}

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-draft]");
  if (!form) return;
  sessionStorage.setItem(form.dataset.draft, event.target.value);
  count(event.target);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.target.closest("form[data-draft]")?.requestSubmit();
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-quiet]")) return;
  event.preventDefault();
  if (form.dataset.sending) return;
  form.dataset.sending = "yes";
  sending += 1;
  send(form).finally(() => { delete form.dataset.sending; sending -= 1; if (!sending) held.splice(0).forEach(show); });
});

// News that comes while a form is on its way waits for the answer, which may be older: the news has the last word.
const held = [];
let sending = 0;

function hear(html) {
  if (sending) held.push(html);
  else show(html);
}

function show(html) {
  elements(html).forEach(put);
}

async function send(form) {
  try {
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.action, { method: "POST", body });
    const html = new DOMParser().parseFromString(await answer.text(), "text/html");
    const problem = html.getElementById("problem");
    if (problem) return explain(problem);
    if (form.dataset.draft) sessionStorage.removeItem(form.dataset.draft);
    form.reset();
    prepare(document);
    notice.replaceChildren();
    for (const fresh of html.querySelectorAll("#live [data-v]")) put(document.importNode(fresh, true));
    renew(form, html);
  } catch {
    linkState.textContent = page.dataset.cut;
  }
}

// The same form may be sent again: it needs a new nonce to count as another message.
function renew(form, html) {
  const path = new URL(form.action).pathname;
  const fresh = html.querySelector(`form[action="${path}"] input[name="nonce"]`);
  const own = form.isConnected && form.querySelector('input[name="nonce"]');
  if (fresh && own) own.value = fresh.value;
}

function explain(problem) {
  notice.replaceChildren(document.importNode(problem, true));
  notice.scrollIntoView({ block: "nearest" });
}

function follow() {
  const path = page.dataset.live;
  const stream = new EventSource(`${path}${path.includes("?") ? "&" : "?"}vu=${page.dataset.edition}`);
  stream.addEventListener("part", (event) => {
    page.dataset.edition = event.lastEventId || page.dataset.edition;
    hear(event.data);
  });
  stream.addEventListener("stale", () => { stream.close(); location.reload(); });
  stream.addEventListener("open", () => { linkState.textContent = ""; });
  stream.addEventListener("error", () => {
    linkState.textContent = page.dataset.cut;
    if (stream.readyState === EventSource.CLOSED) setTimeout(comeBack, 2000 + 2000 * Math.random());
  });
  for (const end of ["signed-out", "gone"]) {
    stream.addEventListener(end, () => { stream.close(); linkState.textContent = page.dataset[end === "gone" ? "gone" : "over"]; });
  }
  addEventListener("pagehide", () => stream.close());
}

// The browser gave up: the server is away, the session is over, or the page is gone.
async function comeBack() {
  const answer = await fetch(location.href).catch(() => null);
  if (answer?.redirected) linkState.textContent = page.dataset.over;
  else if (answer?.status === 404) linkState.textContent = page.dataset.gone;
  else follow();
}

prepare(document);
if (page?.dataset.live) follow();
