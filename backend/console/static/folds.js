// Sections that fold stay as this person left them: on other pages too, and when news replaces them.
"use strict";

function unfold(root) {
  for (const fold of root.querySelectorAll("details[data-fold]")) {
    const kept = localStorage.getItem(fold.dataset.fold);
    if (kept && fold.open !== (kept === "open")) fold.open = kept === "open";
  }
}

// Only what a hand did is kept: a page opens some sections by itself.
document.addEventListener("click", (event) => {
  const fold = event.target.closest("summary")?.parentElement;
  if (fold?.dataset.fold) localStorage.setItem(fold.dataset.fold, fold.open ? "shut" : "open");
});

unfold(document);
const folded = document.querySelector(".beside");
if (folded) new MutationObserver(() => unfold(folded)).observe(folded, { childList: true });
