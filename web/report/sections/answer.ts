// The title, the answer in one sentence, and the size of the experiment.

import { el } from "../dom";
import { plain } from "../numbers";
import { strings } from "../strings";
import type { View } from "../view";

export function answer({ data, others }: View): HTMLElement {
  const facts: [number, string][] = [
    [data.schools, strings.facts.schools(data.schools)],
    [data.students, strings.facts.students],
    [data.days, strings.facts.days],
    [data.replicates, strings.facts.runs],
    [others.length, strings.facts.scenarios(others.length)],
  ];
  return el(
    "header",
    { class: "top" },
    el("p", { class: "brand" }, el("strong", {}, strings.brand), ` ${strings.kind}`),
    el("h1", {}, data.title),
    el(
      "div",
      { class: "headline" },
      data.headline.split("\n").map((line) => el("p", {}, line)),
    ),
    el("p", { class: "caution" }, strings.answer.caution),
    el(
      "ul",
      { class: "size" },
      facts.map(([n, name]) => el("li", {}, el("strong", {}, plain(n)), ` ${name}`)),
    ),
  );
}
