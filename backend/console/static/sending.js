// Forms without reload, and what is typed in them.
"use strict";

const PATIENCE = 30000;
const held = [];
let sending = 0;

// News that comes while a form is on its way waits for the answer, which may be older: the news has the last word.
function hear(html) {
  if (sending) held.push(html);
  else show(html);
}

const quiet = (action) => [...document.querySelectorAll("form[data-quiet], form[data-upload]")].filter((form) => form.action === action);
const fieldOf = (form) => form.dataset.draft ? form.querySelector("textarea") : null;

// Into a form that was just put in its place goes what was typed in the former one, or the last time.
function prepare(root) {
  for (const form of root.querySelectorAll("form[data-draft]")) {
    const field = fieldOf(form), kept = drafts.read(form.dataset.draft);
    if (kept && !field.value) {
      field.value = kept.text;
      if (kept.nonce) takeUp(form, kept.nonce);
    }
    count(field);
  }
}

// It left, and nobody knows whether it arrived.
function takeUp(form, nonce) {
  form.elements.nonce.value = nonce;
  form.dataset.tried = "yes";
  if (!sending) say(form.action, waiting.has(form.action) ? page.dataset.waits : page.dataset.unsure);
}

function count(field) {
  const place = document.querySelector(`[data-count-for="${field.id}"]`);
  if (!place) return;
  place.dataset.none ??= place.textContent;
  const left = (place.dataset.limit - field.value.length).toLocaleString("fr-FR");
  place.textContent = field.value ? `${left} ${place.dataset.left}` : place.dataset.none;
}

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-quiet], form[data-upload]");
  if (!form) return;
  reconsider(form);
  if (!form.dataset.draft) return;
  drafts.keep(form.dataset.draft, event.target.value);
  count(event.target);
});

function anew(form) {
  const nonce = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(12)));
  if (form.elements.nonce) form.elements.nonce.value = btoa(nonce);
  say(form.action, "");
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.target.closest("form[data-draft]")?.requestSubmit();
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-quiet]")) return;
  event.preventDefault();
  if (!form.dataset.sending) leave(letterOf(form));
});

function letterOf(form) {
  const body = new URLSearchParams(new FormData(form)), text = fieldOf(form)?.value ?? "";
  if (form.dataset.draft) drafts.keep(form.dataset.draft, text, body.get("nonce"));
  const letter = { form, action: form.action, draft: form.dataset.draft, body, text };
  letter.go = () => leave(letter);
  return letter;
}

async function leave(letter) {
  begin(letter);
  sending += 1;
  try {
    await send(letter);
  } finally {
    delete letter.form.dataset.sending;
    sending -= 1;
    if (!sending) held.splice(0).forEach(show);
  }
}

async function send(letter) {
  let answer, html;
  try {
    answer = await fetch(letter.action, { method: "POST", body: letter.body, signal: AbortSignal.timeout(PATIENCE) });
    html = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return wait(letter);
  }
  const problem = !answer.redirected && html.getElementById("problem");
  if (problem) return refused(letter, problem);
  // Without a page of ours somebody on the way has answered instead: it may not have arrived.
  if (!answer.redirected && !html.getElementById("live")) return wait(letter);
  arrived(letter, html, answer.url);
}

function refused(letter, problem) {
  const { action, draft, text } = letter;
  over(letter);
  if (draft) drafts.keep(draft, quiet(action).map(fieldOf).find(Boolean)?.value ?? text);
  say(action, "");
  explain(problem);
}

// Another thread may have come of it: its page is another.
function arrived(letter, html, url) {
  emptied(letter);
  notice.replaceChildren();
  const there = html.getElementById("live");
  if (!there || (isThread(there.dataset.live) && there.dataset.live !== page.dataset.live)) return location.assign(url);
  for (const fresh of html.querySelectorAll("#live [data-v]")) put(document.importNode(fresh, true));
}

const isThread = (path) => path?.startsWith("/relais/") && path !== "/relais/flux";

// What was typed meanwhile stays. The same form may be sent again: with a new nonce it counts as another message.
function emptied(letter) {
  const { form, action, draft, text } = letter;
  over(letter);
  if (draft) drafts.drop(draft);
  for (const one of new Set([form, ...quiet(action)])) {
    const field = fieldOf(one), now = field?.value ?? "";
    one.reset();
    delete one.dataset.tried;
    anew(one);
    if (field) keepOn(one, field, now.startsWith(text) ? now.slice(text.length).trimStart() : now);
  }
}

function keepOn(form, field, rest) {
  field.value = rest;
  if (rest && form.isConnected) drafts.keep(form.dataset.draft, rest);
  count(field);
}

function explain(problem) {
  notice.replaceChildren(document.importNode(problem, true));
  notice.scrollIntoView({ block: "nearest" });
}

drafts.onChange((key, before, now) => {
  for (const form of document.querySelectorAll("form[data-draft]")) {
    const field = fieldOf(form);
    if (form.dataset.draft !== key || field.value !== before || form.dataset.sending) continue;
    field.value = now;
    count(field);
  }
});
