// All scenarios side by side: staff time, cost, what changes.

import { scenario_style } from "../../charts/style";
import type { PresetOutcome } from "../data";
import { strings } from "../strings";
import { is_empty, type WhatIf } from "../what_if";
import { difference, group_label, titled } from "../words";
import { figures_of, preset_of, useChosen, useModel, type Chosen } from "./model";
import { Swatch } from "./swatch";

const words = strings.compare;
const columns = ["belonging", "engagement", "attendance", "referrals", "gpa", "core_passed", "on_track"];

interface Sum {
  known: number | null;
  unknown: string[];
}

/// Of all programs that say it; those that don't are named.
function sum_of(chosen: Chosen, what_if: WhatIf, key: "staff_hours" | "cost_per_student"): Sum {
  const preset = preset_of(chosen);
  const sum: Sum = { known: null, unknown: [] };
  for (const program of preset.programs.filter((p) => what_if.programs.includes(p.key))) {
    const value = program[key];
    if (value === null) sum.unknown.push(program.title);
    else sum.known = (sum.known ?? 0) + value;
  }
  if (Object.keys(what_if.levers).length > 0) sum.unknown.push(words.levers_part);
  return sum;
}

function sum_words({ known, unknown }: Sum, format: (x: number) => string): string {
  if (known === null) return unknown.length > 0 ? words.not_known : strings.none;
  const text = format(known);
  return unknown.length > 0 ? words.known_part(text, unknown.join(", ")) : text;
}

function Change({ what_if, outcome }: { what_if: WhatIf; outcome: PresetOutcome }) {
  const model = useModel();
  const figures = figures_of(model, what_if);
  const pairs = figures?.pairs({ outcome: outcome.key, group: model.state.view.group });
  if (!pairs) return <>{is_empty(what_if) ? strings.none : "…"}</>;
  const change = (x: number) => difference(x, outcome);
  return (
    <>
      <strong>{change(pairs.change)}</strong>
      <small>
        {strings.pictures.between(change(pairs.low), change(pairs.high))}
        <br />
        {words.higher(pairs.higher, pairs.runs)}
        {figures && figures.runs < figures.of ? ` ${words.so_far}` : ""}
      </small>
    </>
  );
}

export function Compare() {
  const chosen = useChosen();
  const preset = preset_of(chosen);
  const { what_ifs } = chosen.state.choice;
  const { group } = chosen.state.view;
  const title = titled(words.title, preset, group);
  const outcomes = columns.flatMap((key) => preset.outcomes.find((o) => o.key === key) ?? []);
  return (
    <section class="compare" aria-labelledby="compare-title">
      <h2 id="compare-title">{title}</h2>
      <p class="note">{words.lead}</p>
      <div class="scroll" role="region" tabIndex={0} aria-label={title}>
        <table>
          {group === "all" ? null : (
            <caption>{words.whose(strings.sentence.group(group_label(preset, group)))}</caption>
          )}
          <thead>
            <tr>
              <th scope="col">{words.scenario}</th>
              <th scope="col">{words.hours}</th>
              <th scope="col">{words.cost}</th>
              {outcomes.map((o) => (
                <th scope="col" class="number">
                  {o.label} {o.change_unit ? <span class="unit">{o.change_unit}</span> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {what_ifs.map((what_if, k) => (
              <tr>
                <th scope="row">
                  <Swatch style={scenario_style(k)} /> {what_if.name}
                </th>
                <td>{sum_words(sum_of(chosen, what_if, "staff_hours"), (h) => `${Number(h.toFixed(2))} h`)}</td>
                <td>{sum_words(sum_of(chosen, what_if, "cost_per_student"), words.dollars)}</td>
                {outcomes.map((o) => (
                  <td class="number">
                    <Change what_if={what_if} outcome={o} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
