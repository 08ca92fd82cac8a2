// Makes elements. Text from the data only ever becomes a text node or an attribute in these
// functions, never markup.

export type Child = Node | string | number | null | undefined | Child[];

type Attributes = Record<string, string | number | boolean | undefined>;

function append(parent: Element, child: Child): void {
  if (child === null || child === undefined) return;
  if (Array.isArray(child)) {
    for (const c of child) append(parent, c);
  } else {
    parent.append(child instanceof Node ? child : String(child));
  }
}

/// `el("p", {class: "lead"}, "text")`. An attribute that is false or undefined is left out.
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

/// A numbered part of the page with its heading.
export function section(id: string, title: string, ...children: Child[]): HTMLElement {
  const heading = el("h2", { id: `${id}-title` }, title);
  return el("section", { id, "aria-labelledby": `${id}-title` }, heading, ...children);
}

/// A fold whose content is made when it is first opened: long tables cost nothing until read.
export function fold(kind: string, summary: Child, make: () => Child): HTMLDetailsElement {
  const details = el("details", { class: kind }, el("summary", {}, summary));
  let made = false;
  details.addEventListener("toggle", () => {
    if (made || !details.open) return;
    made = true;
    append(details, make());
  });
  return details;
}

export interface Column<Row> {
  head: string;
  cell: (row: Row) => Child;
  kind?: "row" | "number" | "text"; // "row" is the heading of the row
}

/// A table with a caption, in a box that scrolls sideways and can be reached by keyboard. A table of
/// the kind "stacked" becomes a list on a phone; the roles keep it a table for screen readers.
export function table<Row>(
  caption: string,
  columns: Column<Row>[],
  rows: Row[],
  kind?: "stacked" | "stacked beside",
): HTMLElement {
  const head = columns.map((c) =>
    el("th", { scope: "col", role: "columnheader", class: c.kind ?? "text" }, c.head),
  );
  const body = rows.map((row) =>
    el(
      "tr",
      { role: "row" },
      columns.map((c) =>
        c.kind === "row"
          ? el("th", { scope: "row", role: "rowheader", class: "row" }, c.cell(row))
          : el("td", { role: "cell", class: c.kind ?? "text", "data-head": c.head }, c.cell(row)),
      ),
    ),
  );
  const made = el(
    "table",
    { role: "table", class: kind },
    el("caption", {}, caption),
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, head)),
    el("tbody", { role: "rowgroup" }, body),
  );
  return el("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": caption }, made);
}

/// A list of terms and what they are. Pairs without content are left out.
export function terms(pairs: [string, Child][], kind = "facts"): HTMLElement {
  const filled = pairs.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return el(
    "dl",
    { class: kind },
    filled.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))),
  );
}
