// Replies at hand: «/» at the start of the field, or the button, opens a list that filters as one types.
// Without this file each reply is a small form of its own under the thread.
"use strict";

{
  document.documentElement.classList.add("picks");

  const picker = document.getElementById("picker");
  const search = document.getElementById("picker-search");
  const list = document.getElementById("picker-list");
  const counted = document.getElementById("picker-count");
  const BLANK = /\{ ?(?:prenom|mediateur|rdv|lieu|conseiller|commune|mission_locale|telephone|\.\.\.) ?\}/;

  const answerField = () => document.getElementById("reply-text");
  const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  function replies() {
    return [...document.querySelectorAll("#replies .ready")].map((one) => ({
      id: one.dataset.id, name: one.dataset.name, note: one.dataset.note, language: one.lang,
      text: one.querySelector("textarea").defaultValue,
    }));
  }

  function option(reply, n) {
    const item = document.createElement("li");
    item.id = `picker-option-${n}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", String(n === 0));
    item.reply = reply;
    const name = document.createElement("strong");
    name.textContent = reply.name;
    const text = document.createElement("span");
    text.lang = reply.language;
    text.textContent = reply.text;
    item.append(name);
    if (reply.note) {
      const note = document.createElement("span");
      note.className = "muted";
      note.textContent = reply.note;
      item.append(" ", note);
    }
    item.append(text);
    return item;
  }

  function show() {
    const words = bare(search.value).split(/\s+/).filter(Boolean);
    const names = (reply) => words.every((w) => bare(reply.name).includes(w));
    const found = replies().filter((r) => words.every((w) => bare(`${r.name} ${r.text}`).includes(w)));
    found.sort((a, b) => names(b) - names(a));
    list.replaceChildren(...found.map(option));
    const { none, one, many } = picker.dataset;
    counted.textContent = found.length ? `${found.length} ${found.length > 1 ? many : one}` : none;
    point(list.firstElementChild);
  }

  function point(item) {
    for (const one of list.children) one.setAttribute("aria-selected", String(one === item));
    if (item) search.setAttribute("aria-activedescendant", item.id);
    else search.removeAttribute("aria-activedescendant");
    item?.scrollIntoView({ block: "nearest" });
  }

  const pointed = () => list.querySelector('[aria-selected="true"]');

  function open() {
    const field = answerField();
    if (!field || field.disabled || !document.querySelector("#replies .ready")) return false;
    const { left, right } = field.getBoundingClientRect();
    Object.assign(picker.style, { left: `${Math.max(8, left - 16)}px`, right: `${Math.max(8, document.documentElement.clientWidth - right - 16)}px` });
    picker.hidden = false;
    search.value = "";
    show();
    search.focus();
    return true;
  }

  function close() {
    if (picker.hidden) return;
    picker.hidden = true;
    answerField()?.focus();
  }

  // What is not known of this youth stands as a blank: the first one is selected, ready to be typed over.
  function insert(reply) {
    const field = answerField();
    close();
    if (!field) return;
    const before = field.value.slice(0, field.selectionStart);
    field.setRangeText(reply.text, field.selectionStart, field.selectionEnd, "end");
    field.form.querySelector(".canned").value = reply.id;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight + 2, innerHeight / 2)}px`;
    const blank = BLANK.exec(reply.text);
    if (blank) field.setSelectionRange(before.length + blank.index, before.length + blank.index + blank[0].length);
  }

  document.addEventListener("reset", (event) => {
    if (event.target !== answerField()?.form) return;
    answerField().style.height = "";
    event.target.querySelector(".canned").value = "";
  });

  document.addEventListener("keydown", (event) => {
    const plain = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    if (plain && event.target === answerField() && event.target.value === "" && open()) event.preventDefault();
  });

  // A telephone's keyboard says no key: the slash is there all the same.
  document.addEventListener("input", (event) => {
    if (event.target !== answerField() || event.target.value !== "/" || event.inputType === "insertFromPaste") return;
    if (!picker.hidden || !open()) return;
    const field = answerField();
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest(".picks[type=button]")) return open();
    if (!picker.hidden && !picker.contains(event.target)) close();
  });

  search.addEventListener("input", show);
  search.addEventListener("keydown", (event) => {
    const now = pointed();
    const steps = { ArrowDown: now?.nextElementSibling ?? list.firstElementChild, ArrowUp: now?.previousElementSibling ?? list.lastElementChild };
    if (event.key in steps) point(steps[event.key]);
    else if (event.key === "Enter" && !event.isComposing) { if (now) insert(now.reply); }
    else return;
    event.preventDefault();
  });

  picker.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  });

  // A tap chooses; the field keeps the focus until then, so that the keyboard of a telephone does not jump.
  list.addEventListener("pointerdown", (event) => { if (event.pointerType === "mouse") event.preventDefault(); });
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) insert(item.reply);
  });
  document.getElementById("picker-close").addEventListener("click", (event) => { event.stopPropagation(); close(); });
}
