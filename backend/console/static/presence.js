// Says to the colleagues that this thread is before someone's eyes, and that they write in it.
"use strict";

(() => {
  const READING = 20000, WRITING = 3500;
  const live = document.getElementById("live");
  if (!live?.dataset.live) return;
  const path = live.dataset.live.replace(/\/flux$/, "/presence");
  let told = "", wrote = 0;

  function sign(does) {
    const csrf = document.querySelector('input[name="csrf"]')?.value ?? "";
    return new URLSearchParams({ csrf, fait: does, ligne: newest() });
  }

  function newest() {
    return [...document.querySelectorAll(".line.youth")].at(-1)?.id.replace("line-", "") ?? "";
  }

  function say(does) {
    if (document.hidden || !document.getElementById("lines")) return;
    told = newest();
    fetch(path, { method: "POST", body: sign(does), keepalive: true }).catch(() => {});
  }

  document.addEventListener("input", (event) => {
    const now = Date.now();
    if (!event.target.closest?.("form.reply") || now - wrote < WRITING) return;
    wrote = now;
    say("ecrit");
  });
  document.addEventListener("visibilitychange", () => (document.hidden ? leave() : say("lit")));
  addEventListener("pagehide", leave);

  function leave() {
    navigator.sendBeacon(path, sign("part"));
  }

  // A new line that comes in before their eyes is read.
  new MutationObserver(() => { if (newest() !== told) say("lit"); }).observe(document.getElementById("lines"), { childList: true });
  setInterval(() => { if (Date.now() - wrote > WRITING) say("lit"); }, READING);
  say("lit");
})();
