// The title, the answer in a sentence for each scenario, and the size of the experiment.

import { el, type Child } from "../dom";
import { plain, signed } from "../numbers";
import { strings } from "../strings";
import type { View } from "../view";

/// One answer a scenario, or the one sentence that says why there is none.
function sentences({ data, others }: View): Child[] {
  if (data.answers.length === 0) return data.headline.split("\n").map((line) => el("p", {}, line));
  return others.flatMap((scenario) => {
    const answer = data.answers.find((a) => a.scenario === scenario.key);
    if (!answer) return [];
    return [
      el("p", { class: "change" }, signed(answer.change)),
      answer.rest ? el("p", { class: "rest" }, signed(answer.rest)) : null,
    ];
  });
}

export function answer(view: View): HTMLElement {
  const { data, others } = view;
  const facts: [number, string][] = [
    [data.schools, strings.facts.schools(data.schools)],
    [data.students, strings.facts.students],
    [data.days, strings.facts.days],
    [data.replicates, strings.facts.runs(data.replicates)],
    [others.length, strings.facts.scenarios(others.length)],
  ];
  const cautions = [strings.answer.caution];
  if (data.answers.length > 1) cautions.push(strings.answer.not_ranked);
  return el(
    "header",
    { class: "top" },
    el("p", { class: "brand" }, el("strong", {}, strings.brand), ` ${strings.kind}`),
    el("h1", {}, data.title),
    el("div", { class: "headline" }, sentences(view)),
    el("p", { class: "caution" }, cautions.join(" ")),
    el(
      "ul",
      { class: "size" },
      facts.map(([n, name]) => el("li", {}, el("strong", {}, plain(n)), ` ${name}`)),
    ),
  );
}
