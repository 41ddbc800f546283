// Hours are read while they are typed. Without this file «Prévisualiser» does the same.
"use strict";

const field = document.getElementById("hours");
const shown = document.getElementById("hours-preview");
let waits;
let asked = 0;

async function look() {
  const mine = ++asked;
  const body = new URLSearchParams(new FormData(field.form));
  const answer = await fetch("/lieux/apercu", { method: "POST", body }).catch(() => null);
  if (!answer?.ok || mine !== asked) return;
  const html = new DOMParser().parseFromString(await answer.text(), "text/html");
  shown.replaceChildren(...[...html.body.children].map((e) => document.importNode(e, true)));
}

field?.addEventListener("input", () => {
  clearTimeout(waits);
  waits = setTimeout(look, 300);
});
