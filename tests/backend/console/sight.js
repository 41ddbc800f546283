// What is looked at in a page: axe-core does most; here is what it leaves to others.
"use strict";

const sight = {
  // Another page in the same document: its styles are there when this is done. Its scripts do not run.
  async put(html) {
    const fresh = new DOMParser().parseFromString(html, "text/html").documentElement;
    document.replaceChild(document.adoptNode(fresh), document.documentElement);
    const styles = [...document.querySelectorAll("link[rel=stylesheet]")].filter((link) => !link.sheet);
    await Promise.all(styles.map((link) => new Promise((done) => { link.onload = link.onerror = done; })));
    scrollTo(0, 0);
  },

  async axe(options) {
    const found = await axe.run(document, options);
    return found.violations.flatMap((fault) => fault.nodes.map((node) => `${fault.id}: ${node.target}`));
  },

  rules: () => axe.getRules().filter((rule) => !rule.tags.includes("wcag2aaa")).map((rule) => rule.ruleId),

  // What goes over the edge, but for what scrolls by itself: tables and the like.
  wide() {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const over = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > width + 1);
    return over.slice(0, 3).map((e) => `wider than ${width}: ${named(e)}`);
  },

  // Words that are cut off: by a box that hides what does not fit.
  cut() {
    const boxes = [...document.body.querySelectorAll("*")].filter((e) => e.childElementCount < 3 && e.textContent.trim());
    return boxes.filter((e) => {
      const style = getComputedStyle(e);
      if (style.overflowX !== "hidden" && style.overflowY !== "hidden" && style.overflowY !== "clip") return false;
      if (style.clipPath !== "none" || style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none") return false;
      return e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2;
    }).map((e) => `cut: ${named(e)}`);
  },

  // The same with spacing as a reader may set it (WCAG 1.4.12): nothing goes over the edge, nothing is cut off.
  spaced() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }");
    document.adoptedStyleSheets = [sheet];
    const found = [...sight.wide(), ...sight.cut()];
    document.adoptedStyleSheets = [];
    return found;
  },
};

function named(e) {
  return `<${e.tagName.toLowerCase()}${e.id ? `#${e.id}` : ""}${e.className && typeof e.className === "string" ? `.${e.className.trim().replace(/ +/g, ".")}` : ""}> ${e.textContent.trim().slice(0, 30)}`;
}
