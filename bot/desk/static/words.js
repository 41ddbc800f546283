// The page's words live in desk.html; here they are only looked up.
const words = document.getElementById("words").content;

export function word(name, value = "") {
  return words.querySelector(`[data-word="${name}"]`).textContent.replace("{0}", value);
}

/** A new element with attributes (`class`, `aria-…`), listeners (`onclick`) and children. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== false && child != null && child !== ""));
  return made;
}
