// The right side: belonging, engagement, the gap, the share on track; others on demand.

import { strings } from "../strings";
import { gap_key, gaps_of } from "../store";
import { group_label, level, titled } from "../words";
import { before_figures, figures_of, active_of, preset_of, useChosen, useModel } from "./model";
import { Panel } from "./panel";
import type { PresetOutcome } from "../data";
import type { Preset } from "../data";

const words = strings.pictures;
const first_outcomes = ["belonging", "engagement"];
const last_outcome = "on_track";

function Filters() {
  const chosen = useChosen();
  const preset = preset_of(chosen);
  const { view } = chosen.state;
  const gaps = gaps_of(preset);
  const label = (key: string) => group_label(preset, key);
  const dimensions = preset.dimensions.map((d) => ({
    ...d,
    groups: preset.groups.filter((g) => g.dimension === d.key && !g.hidden),
  }));
  return (
    <div class="filters">
      <p>
        <label for="whose">{words.whose}</label>
        <select id="whose" value={view.group}
          onChange={(e) => chosen.act({ do: "view", view: { group: e.currentTarget.value } })}>
          <option value="all">{words.everyone}</option>
          {dimensions.map((d) => (
            <optgroup label={d.label}>
              {d.groups.map((g) => (
                <option value={g.key}>{g.label}</option>
              ))}
            </optgroup>
          ))}
        </select>
      </p>
      {gaps.length > 0 ? (
        <p>
          <label for="gap">{words.gap}</label>
          <select id="gap" value={view.gap}
            onChange={(e) => chosen.act({ do: "view", view: { gap: e.currentTarget.value } })}>
            {gaps.map((g) => (
              <option value={gap_key(g.group, g.reference)}>
                {label(g.group)} − {label(g.reference)}
              </option>
            ))}
          </select>
        </p>
      ) : null}
      <p>
        <label>
          <input type="checkbox" checked={view.singles}
            onChange={(e) => chosen.act({ do: "view", view: { singles: e.currentTarget.checked } })} />
          {words.singles}
        </label>
      </p>
    </div>
  );
}

/// Both groups' levels at the end, before and after.
function levels(model: ReturnType<typeof useModel>, outcome: PresetOutcome, keys: string[]): string {
  const preset = preset_of(model);
  const after = figures_of(model, active_of(model));
  const before = before_figures(model, active_of(model));
  const end = (figures: typeof after, group: string) => {
    const band = figures?.band({ outcome: outcome.key, group });
    return level(band?.mean[band.mean.length - 1] ?? null, outcome);
  };
  return keys
    .map((key) => words.gap_levels(group_label(preset, key), end(before, key), end(after, key)))
    .join("; ");
}

function OutcomePanel({ preset, name, group }: { preset: Preset; name: string; group: string }) {
  const outcome = preset.outcomes.find((o) => o.key === name);
  if (!outcome) return null;
  return (
    <Panel title={titled(outcome.label, preset, group)} about={outcome.description} outcome={outcome}
      of={{ outcome: name, group }} />
  );
}

function GapPanel() {
  const model = useModel();
  const preset = preset_of(model);
  const outcome = preset.outcomes.find((o) => o.key === "belonging");
  const [group, reference] = model.state.view.gap.split(" ");
  if (!outcome || !group || !reference) return null;
  const label = (key: string) => group_label(preset, key);
  return (
    <Panel
      title={words.gap_title(label(group), label(reference))}
      about={`${words.gap_about} ${levels(model, outcome, [group, reference])}.`}
      outcome={outcome}
      of={{ outcome: "belonging", group, reference }}
    />
  );
}

export function Pictures() {
  const chosen = useChosen();
  const preset = preset_of(chosen);
  const { group, more, singles } = chosen.state.view;
  const shown = [...first_outcomes, last_outcome];
  const others = preset.outcomes.filter((o) => !shown.includes(o.key));
  return (
    <section class="pictures" id="pictures" aria-labelledby="pictures-title" tabIndex={-1}>
      <h2 id="pictures-title">{words.title}</h2>
      <Filters />
      <p class="note">
        {singles ? words.singles_note : words.band_note} {words.sd}
      </p>
      <div class="panels">
        {first_outcomes.map((name) => (
          <OutcomePanel key={name} preset={preset} name={name} group={group} />
        ))}
        <GapPanel />
        <OutcomePanel preset={preset} name={last_outcome} group={group} />
      </div>
      <details open={more} onToggle={(e) => {
        const open = e.currentTarget.open;
        if (open !== more) chosen.act({ do: "view", view: { more: open } });
      }}>
        <summary>{words.outcomes}</summary>
        {more ? (
          <div class="panels">
            {others.map((o) => (
              <OutcomePanel key={o.key} preset={preset} name={o.key} group={group} />
            ))}
          </div>
        ) : null}
      </details>
    </section>
  );
}
