// What is typed outlives a reload, a killed tab and a lost session: in this browser, under the name of who is signed in,
// for a day at most, and not after they sign out.
"use strict";

const drafts = (() => {
  const SHELF = "draft:", A_DAY = 24 * 60 * 60 * 1000;
  const mine = (key) => `${SHELF}${document.body.dataset.person}:${key}`;

  // A browser may refuse to keep anything: then nothing is kept, and everything else works.
  function trying(work) {
    try { return work(); } catch { return null; }
  }

  function good(kept) {
    const found = trying(() => JSON.parse(kept));
    return found && Date.now() - found.at < A_DAY && found.at <= Date.now() ? found : null;
  }

  function shelf() {
    return trying(() => Object.keys(localStorage).filter((name) => name.startsWith(SHELF))) ?? [];
  }

  function forget(but = () => false) {
    for (const name of shelf()) trying(() => { if (!but(localStorage.getItem(name))) localStorage.removeItem(name); });
  }

  document.addEventListener("submit", (event) => {
    if (event.target.getAttribute("action") === "/deconnexion") forget();
  });
  forget(good);

  return {
    // {text, nonce}: the nonce of the form that took it away, if it is not known whether it arrived.
    read: (key) => good(trying(() => localStorage.getItem(mine(key)))),
    keep: (key, text, nonce = "") => trying(() => localStorage.setItem(mine(key), JSON.stringify({ text, nonce, at: Date.now() }))),
    drop: (key) => trying(() => localStorage.removeItem(mine(key))),
    // What another tab did to one of mine: (key, text before, text now).
    onChange: (tell) => addEventListener("storage", (event) => {
      if (!event.key?.startsWith(mine(""))) return;
      tell(event.key.slice(mine("").length), good(event.oldValue)?.text ?? "", good(event.newValue)?.text ?? "");
    }),
  };
})();
