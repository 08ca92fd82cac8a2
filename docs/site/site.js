// Two things that the theme lacks: search in pages opened from disk, and tables that scroll by
// keyboard. Read before the theme's own script.

// From disk a page may neither fetch the index nor start a worker. So the index comes as a script
// (pages.py writes it), and the theme's search runs in a hidden frame in place of a worker.
if (location.protocol === "file:") {
  const load = (doc, address) =>
    new Promise((done, failed) => {
      const script = doc.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = failed;
      doc.head.append(script);
    });

  const index = new URL(document.currentScript.dataset.search, document.baseURI).href;
  window.__search = {
    index: load(document, index).then(() => window.belong_search_index),
  };

  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "Search";
      document.body.append(frame);
      this.inside = frame.contentWindow;
      this.inside.postMessage = (data) =>
        this.dispatchEvent(new MessageEvent("message", { data }));
      this.ready = load(frame.contentDocument, new URL(address, document.baseURI).href);
    }
    postMessage(data) {
      this.ready.then(() => this.inside.dispatchEvent(new MessageEvent("message", { data })));
    }
  };
}

// What scrolls sideways can be reached by Tab, and says what it is: tables, blocks of code, and what
// the search found.
window.addEventListener("load", () => {
  const boxes = document.querySelectorAll(
    ".md-typeset__scrollwrap, .md-typeset pre > code, .md-search__scrollwrap",
  );
  const part = (box) => {
    let at = box;
    while (at && !/^H[1-6]$/.test(at.tagName)) at = at.previousElementSibling ?? at.parentElement;
    return at ? at.firstChild.textContent.trim() : document.title;
  };
  document.querySelector(".md-search")?.setAttribute("aria-label", "Search");

  const named = {};
  const names = new Map(
    [...boxes].map((box) => {
      const kind = box.querySelector("table") ? "Table" : box.tagName === "CODE" ? "Code" : "Found";
      const name = `${kind}: ${part(box)}`;
      named[name] = (named[name] ?? 0) + 1;
      return [box, named[name] > 1 ? `${name} (${named[name]})` : name];
    }),
  );
  const update = () => {
    for (const [box, name] of names) {
      const search = box.classList.contains("md-search__scrollwrap");
      if (search || box.scrollWidth > box.clientWidth) {
        box.tabIndex = 0;
        box.setAttribute("role", "region");
        box.setAttribute("aria-label", search ? "What was found" : name);
      } else {
        for (const key of ["tabindex", "role", "aria-label"]) box.removeAttribute(key);
      }
    }
  };
  update();
  window.addEventListener("resize", update);
});
