// The network is back: so is the page that was asked for.
"use strict";

function again() {
  if (location.pathname === "/hors-ligne") location.assign("/");
  else location.reload();
}

addEventListener("online", again);
document.getElementById("again").addEventListener("click", again);
