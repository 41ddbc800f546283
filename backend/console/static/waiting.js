// A form that did not get through for lack of network leaves again by itself, with the same nonce: however often it
// leaves, it counts once.
"use strict";

const AGAIN = 5000, TOO_LATE = 15 * 60 * 1000;
const waiting = new Map();
let timer = 0;

// What waits goes on waiting while it is tried again: it may be changed in that very moment.
function begin(letter) {
  if (waiting.get(letter.action) !== letter) waiting.delete(letter.action);
  letter.form.dataset.sending = letter.form.dataset.tried = "yes";
}

function over(letter) {
  if (waiting.get(letter.action) === letter) waiting.delete(letter.action);
}

// No network, or nobody there: it is said, and tried again, unless it was changed meanwhile.
function wait(letter) {
  if (letter.since && waiting.get(letter.action) !== letter) return;
  letter.since ??= Date.now();
  waiting.set(letter.action, letter);
  tell(page.dataset.cut);
  say(letter.action, page.dataset.waits);
  clearTimeout(timer);
  timer = setTimeout(again, AGAIN);
}

// After a long cut what was meant for then is not said now unasked.
function again() {
  for (const letter of [...waiting.values()]) {
    if (letter.form.dataset.sending) continue;
    if (Date.now() - letter.since < TOO_LATE) letter.go();
    else { over(letter); say(letter.action, page.dataset.unsure); }
  }
}

addEventListener("online", again);

function say(action, words) {
  for (const form of quiet(action)) {
    form.querySelector(".waits")?.remove();
    if (words) form.append(Object.assign(document.createElement("p"), { className: "waits mark amber", role: "status", textContent: words }));
  }
}

// What waits is changed: it is another message now. Written on after it, it stays the same one.
function reconsider(form) {
  const letter = waiting.get(form.action);
  if (letter?.text && fieldOf(form)?.value.startsWith(letter.text)) return;
  waiting.delete(form.action);
  if (!form.dataset.tried) return;
  delete form.dataset.tried;
  anew(form);
}
