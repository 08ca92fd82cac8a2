// The title, the answer in a sentence for each scenario, and the size of the experiment.

import { el, type Child } from "../dom";
import { plain, signed } from "../numbers";
import { strings } from "../strings";
import type { View } from "../view";

const most = 6; // answers that stand open; of more the others wait in a fold

/// One answer a scenario, or the one sentence that says why there is none.
function sentences({ data, others }: View): Child[] {
  if (data.answers.length === 0) return data.headline.split("\n").map((line) => el("p", {}, line));
  const all = others.flatMap((scenario): Child[] => {
    const answer = data.answers.find((a) => a.scenario === scenario.key);
    if (!answer) return [];
    const rest = answer.rest ? el("p", { class: "rest" }, signed(answer.rest)) : null;
    return [[el("p", { class: "change" }, signed(answer.change)), rest]];
  });
  if (all.length <= most) return all;
  const summary = el("summary", {}, strings.answer.more(all.length - most));
  return [...all.slice(0, most), el("details", {}, summary, all.slice(most))];
}

export function answer(view: View): HTMLElement {
  const { data, others } = view;
  const facts: [number, string][] = [
    [data.schools, strings.facts.schools(data.schools)],
    [data.students, strings.facts.students],
    [data.days, strings.facts.days],
    [data.replicates, strings.facts.runs(data.replicates)],
  ];
  if (others.length > 0) facts.push([others.length, strings.facts.scenarios(others.length)]);
  const cautions = [strings.answer.caution];
  if (data.answers.length > 1) cautions.push(strings.answer.not_ranked);
  return el(
    "header",
    { class: "top" },
    el("p", { class: "brand" }, el("strong", {}, strings.brand), ` ${strings.kind}`),
    el("h1", {}, data.title),
    data.point ? el("p", { class: "about" }, data.point) : null,
    el("div", { class: "headline" }, sentences(view)),
    el("p", { class: "caution" }, cautions.join(" ")),
    el(
      "ul",
      { class: "size" },
      facts.map(([n, name]) => el("li", {}, el("strong", {}, plain(n)), ` ${name}`)),
    ),
  );
}
