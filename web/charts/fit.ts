// Draws a chart at the width it is shown at, and again when that width changes, so that its text
// keeps its size on a phone, on a wide screen and at 200 % zoom.

type Draw = (width: number) => Element;

interface Fitted {
  host: HTMLElement;
  draw: Draw;
  width: number; // px, as last drawn; 0 before
}

const all = new Map<Element, Fitted>();
const slack = 6; // px: smaller changes are left to the picture's own scaling

/// Reads every width before it draws anything: the browser then lays the page out only once.
function redraw(some: Iterable<Fitted>): void {
  const stale = [...some]
    .map((fitted) => ({ fitted, width: Math.floor(fitted.host.clientWidth) }))
    .filter(({ fitted, width }) => width > 0 && Math.abs(width - fitted.width) > slack);
  for (const { fitted, width } of stale) {
    fitted.width = width;
    fitted.host.replaceChildren(fitted.draw(width));
  }
}

const observer = new ResizeObserver((entries) => {
  redraw(entries.flatMap((entry) => all.get(entry.target) ?? []));
});

/// A box that keeps its chart drawn to fit. Nothing is drawn while the box is not shown.
export function fit(draw: Draw): HTMLElement {
  const host = document.createElement("div");
  host.className = "chart";
  all.set(host, { host, draw, width: 0 });
  observer.observe(host);
  return host;
}

/// Draws at once whatever has not been drawn at its present width, e.g. just before printing.
export function draw_now(): void {
  redraw(all.values());
}
