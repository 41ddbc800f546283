// The network is back: so is the page that was asked for.
"use strict";

function again() {
  if (location.pathname === "/hors-ligne") location.assign("/");
  else location.reload();
}

// The browser may not notice that the server is back: it is asked now and then.
async function ask() {
  const answer = await fetch("/sante", { cache: "no-store" }).catch(() => null);
  if (answer?.ok) again();
}

addEventListener("online", again);
if (location.pathname !== "/hors-ligne") setInterval(ask, 2000);
document.getElementById("again").addEventListener("click", again);
