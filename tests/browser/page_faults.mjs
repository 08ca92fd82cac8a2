// What is wrong with an open page, in sentences. Each function runs inside the page and leans on
// nothing outside itself.

/// Sideways scrolling, pictures without a name, text that is cut off, targets that are too small
/// to hit (WCAG 2.2, 1.1.1, 1.4.10, 2.5.8), two parts with one id.
export function layout_faults() {
  const faults = [];
  const wide = document.documentElement.scrollWidth;
  if (wide > window.innerWidth) faults.push(`the page is ${wide} px wide`);
  for (const picture of document.querySelectorAll(".chart svg")) {
    const name = picture.getAttribute("aria-label");
    if (picture.getAttribute("role") !== "img" || !name) faults.push("a picture has no name");
    const frame = picture.getBoundingClientRect();
    if (frame.width === 0) continue;
    for (const text of picture.querySelectorAll("text")) {
      const box = text.getBoundingClientRect();
      const out =
        box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1;
      if (out) faults.push(`cut off: "${text.textContent}" in ${name}`);
    }
  }
  for (const target of document.querySelectorAll("nav a, summary")) {
    const box = target.getBoundingClientRect();
    if (box.height > 0 && box.height < 24) faults.push(`too low: ${target.textContent}`);
  }
  for (const box of document.querySelectorAll(".scroll")) {
    const name = box.getAttribute("aria-label");
    if (!name) faults.push("a table has no name");
    const must_fit = box.querySelector(window.innerWidth < 640 ? ".stacked" : ".beside");
    if (must_fit && box.scrollWidth > box.clientWidth + 1) faults.push(`sideways: ${name}`);
  }
  const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
  if (new Set(ids).size < ids.length) faults.push("an id is there twice");
  if (!document.documentElement.lang) faults.push("the page names no language");
  return faults;
}

/// Headings that skip a level, or more than one title (1.3.1).
export function heading_faults() {
  const faults = [];
  let before = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const level = Number(heading.tagName[1]);
    if (level > before + 1) faults.push(`h${before}, then h${level}: ${heading.textContent}`);
    before = level;
  }
  if (document.querySelectorAll("h1").length !== 1) faults.push("there is not one title");
  return faults;
}

/// Text with a contrast under 4.5 to what is behind it (1.4.3).
export function contrast_faults() {
  const parts = (color) => color.match(/[\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => {
    const linear = [r, g, b].map((c) => {
      const x = c / 255;
      return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const [r, g, b, alpha = 1] = parts(getComputedStyle(e).backgroundColor);
      if (alpha > 0) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const faults = [];
  for (const element of document.body.querySelectorAll("*")) {
    const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own || /^(SCRIPT|NOSCRIPT)$/.test(element.tagName) || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const color = element.closest("svg") ? style.fill : style.color;
    const [a, b] = [luminance(parts(color)), luminance(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) faults.push(`${ratio.toFixed(2)}: ${element.textContent.slice(0, 40)}`);
  }
  return [...new Set(faults)];
}

/// Controls that nobody named (4.1.2), and buttons that are too small to hit (2.5.8).
export function nameless() {
  const faults = [];
  for (const control of document.querySelectorAll("button, input, select, textarea, [role=slider]")) {
    if (!control.checkVisibility()) continue;
    const named =
      control.getAttribute("aria-label") || control.labels?.length || control.textContent.trim();
    if (!named) faults.push(`no name: ${control.outerHTML.slice(0, 80)}`);
    const box = control.getBoundingClientRect();
    const inside_label = control.closest("label") !== null;
    if (control.tagName === "BUTTON" && !inside_label && (box.height < 24 || box.width < 24)) {
      faults.push(`too small: ${control.textContent}`);
    }
  }
  return faults;
}
