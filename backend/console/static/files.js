// Photos shown in their place, files sent with their progress, answers to one message, receipts. Without this file every page still works.
"use strict";

{
  document.documentElement.classList.add("scripted");

  // A photo opens where it stands, once it is asked for.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-show]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const picture = document.createElement("img");
    picture.className = "shown";
    picture.alt = link.dataset.show;
    picture.addEventListener("error", () => { picture.remove(); link.hidden = false; window.open(link.href, "_blank", "noopener"); }, { once: true });
    picture.src = link.href;
    link.hidden = true;
    link.closest(".file").after(picture);
  });

  // A reply to one message: its quote stands above the words, and goes with them.
  document.addEventListener("click", (event) => {
    const asked = event.target.closest("[data-cite]");
    if (asked) return cite(asked.dataset.cite);
    if (event.target.closest("[data-uncite]")) uncite();
  });

  function cite(id) {
    const form = document.querySelector("form.reply");
    const line = document.getElementById(`line-${id}`);
    if (!form || !line) return;
    uncite();
    const held = document.createElement("div");
    held.className = "citing";
    const quote = document.createElement("span");
    quote.className = "quote";
    quote.textContent = (line.querySelector(".said") ?? line.querySelector(".content")).textContent.trim().slice(0, 120);
    const number = Object.assign(document.createElement("input"), { type: "hidden", name: "citer", value: id });
    const away = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: "×" });
    away.dataset.uncite = "";
    away.setAttribute("aria-label", "Ne plus répondre à ce message");
    held.append(quote, number, away);
    const field = form.querySelector("textarea");
    field.before(held);
    field.focus();
  }

  function uncite() {
    document.querySelector(".citing")?.remove();
  }

  // console.js has read the form by now (it listens first): the quote has gone with it.
  document.addEventListener("submit", (event) => {
    if (event.target.matches("form.reply")) uncite();
    if (!event.target.matches("form[data-upload]")) return;
    event.preventDefault();
    upload(event.target);
  });

  // The line itself comes by the live page, which may know more by now than the answer to the form; here only how far
  // it is, and what went wrong.
  function upload(form, body = new FormData(form), letter = { form, action: form.action }) {
    if (form.dataset.sending) return;
    begin(letter);
    say(letter.action, "");
    letter.go = () => upload(form, body, letter);
    const button = form.querySelector("button");
    const progress = form.querySelector("progress");
    const post = new XMLHttpRequest();
    post.upload.addEventListener("progress", (step) => { if (step.lengthComputable) progress.value = (100 * step.loaded) / step.total; });
    post.addEventListener("loadend", () => {
      delete form.dataset.sending;
      button.disabled = false;
      progress.hidden = true;
      sent(letter, post);
    });
    button.disabled = true;
    progress.hidden = false;
    progress.value = 0;
    post.open("POST", letter.action);
    post.send(body);
  }

  function sent(letter, post) {
    const html = new DOMParser().parseFromString(post.responseText, "text/html");
    const problem = html.getElementById("problem");
    if (problem) return over(letter), explain(problem);
    if (!html.getElementById("live")) return wait(letter);
    emptied(letter);
    notice.replaceChildren();
    letter.form.closest("details").open = false;
  }

  // 👌 only for what is before their eyes: the page is on the screen, and the floor is theirs.
  let told = 0;

  function receipt() {
    const form = document.querySelector("form.reply");
    if (!form || document.visibilityState !== "visible") return;
    const seq = Math.max(0, ...[...document.querySelectorAll("#lines .line.youth")].map((line) => Number(line.dataset.seq)));
    if (seq <= told) return;
    told = seq;
    const body = new URLSearchParams({ csrf: form.querySelector('input[name="csrf"]').value, seq });
    fetch(form.action.replace(/repondre$/, "lu"), { method: "POST", body }).catch(() => { told = 0; });
  }

  const lines = document.getElementById("lines");
  if (lines && page?.dataset.live) {
    new MutationObserver(receipt).observe(document.querySelector(".talk"), { childList: true, subtree: true });
    document.addEventListener("visibilitychange", receipt);
    receipt();
  }
}
