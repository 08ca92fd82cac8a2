// What makes the gaps of a dimension in these schools: the environment as the experiment set it.

import type { EnvironmentPart } from "../data";
import { el, table, type Child, type Column } from "../dom";
import { exact } from "../numbers";
import { strings } from "../strings";
import { shown_groups, type View } from "../view";

const words = strings.environment;

function value(part: EnvironmentPart, group: string): string {
  const at = part.values.find((v) => v.group === group);
  if (!at || at.low === null) return strings.none;
  return at.low === at.high ? exact(at.low) : strings.interval(exact(at.low), exact(at.high ?? at.low));
}

/// The sentence, and the parts of the environment that stand differently, group beside group.
export function environment_of(view: View, dimension: string): Child {
  const one = view.data.environment.find((e) => e.dimension === dimension);
  if (!one) return null;
  const columns: Column<EnvironmentPart>[] = [
    {
      head: words.part,
      kind: "row",
      cell: (p) => [p.label, el("span", { class: "note" }, p.meaning)],
    },
    ...shown_groups(view, dimension).map((g): Column<EnvironmentPart> => ({
      head: g.label,
      kind: "number",
      cell: (p) => value(p, g.key),
    })),
  ];
  return el(
    "div",
    { class: "environment" },
    el("p", {}, one.sentence, one.gaps ? ` ${words.belongs}` : ""),
    one.parts.length > 0
      ? table(words.caption(view.dimension_label(dimension)), columns, one.parts, "stacked")
      : null,
  );
}
