// Hours are read while they are typed. Without this file «Prévisualiser» does the same.
"use strict";

const field = document.getElementById("hours");
const shown = document.getElementById("hours-preview");
let waits;
let asked = 0;

async function look() {
  const mine = ++asked;
  const body = new URLSearchParams(new FormData(field.form));
  const answer = await fetch(shown.dataset.from ?? "/lieux/apercu", { method: "POST", body }).catch(() => null);
  const text = answer?.ok ? await answer.text().catch(() => null) : null;
  if (mine === asked) show(text);
}

// What cannot be read now is not left standing as if it were true.
function show(text) {
  if (text === null) return shown.replaceChildren(shown.dataset.cut);
  const html = new DOMParser().parseFromString(text, "text/html");
  shown.replaceChildren(...[...html.body.children].map((e) => document.importNode(e, true)));
}

field.addEventListener("input", () => {
  clearTimeout(waits);
  waits = setTimeout(look, 300);
});

// Someone was quicker than this script.
if (field.value !== field.defaultValue) look();
