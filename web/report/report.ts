// The report page: reads its data, then puts the parts in the order they are read in.

import { draw_now } from "../charts/fit";
import { el } from "./dom";
import { load } from "./load";
import { answer } from "./sections/answer";
import { curves } from "./sections/curves";
import { effects } from "./sections/effects";
import { groups } from "./sections/groups";
import { programs } from "./sections/programs";
import { reproduce } from "./sections/reproduce";
import { scenarios } from "./sections/scenarios";
import { stories } from "./sections/stories";
import { trust } from "./sections/trust";
import { strings } from "./strings";
import { make_view, type View } from "./view";

type Part = [id: string, title: string, make: (view: View) => HTMLElement];

const parts: Part[] = [
  ["curves", strings.curves.title, curves],
  ["scenarios", strings.scenarios.title, scenarios],
  ["groups", strings.groups.title, groups],
  ["stories", strings.stories.title, stories],
  ["programs", strings.programs.title, programs],
  ["effects", strings.effects.title, effects],
  ["trust", strings.trust.title, trust],
  ["reproduce", strings.reproduce.title, reproduce],
];

/// Those that say something: without a second scenario nothing was done and nothing changed.
const parts_of = (view: View): Part[] =>
  parts.filter(([id]) => view.others.length > 0 || !/scenarios|stories|programs|effects/.test(id));

function contents(shown: Part[]): HTMLElement {
  const links = shown.map(([id, title]) => el("li", {}, el("a", { href: `#${id}` }, title)));
  return el("nav", { class: "contents", "aria-label": strings.contents }, el("ol", {}, links));
}

function message(text: string): void {
  document.body.append(
    el("main", { id: "main", class: "message", role: "alert" }, el("p", {}, text)),
  );
}

function show(view: View): void {
  const shown = parts_of(view);
  document.title = strings.page_title(view.data.title);
  document.body.append(
    el("a", { class: "skip", href: "#main" }, strings.skip),
    el(
      "main",
      { id: "main", tabindex: -1 },
      answer(view),
      contents(shown),
      shown.map(([, , make]) => make(view)),
    ),
  );
  draw_now();
}

function start(): void {
  document.documentElement.lang = strings.language;
  try {
    const data = load(document.getElementById("data")?.textContent ?? "");
    if (data === null) {
      message(strings.empty);
    } else {
      show(make_view(data));
      window.addEventListener("beforeprint", draw_now);
    }
  } catch (error) {
    message(strings.broken(error instanceof Error ? error.message : String(error)));
  }
}

start();
