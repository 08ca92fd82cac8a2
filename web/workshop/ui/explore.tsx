// Levers on one side, what follows on the other.

import { useEffect, useRef, useState } from "preact/hooks";
import { baseline_style, scenario_style } from "../../charts/style";
import { strings } from "../strings";
import { is_empty } from "../what_if";
import { sentence } from "../words";
import { Controls, lever_words } from "./controls";
import { weeks_of } from "./lever_row";
import { active_of, figures_of, preset_of, useChosen, useModel } from "./model";
import { Results } from "./results";
import { Share } from "./share";
import { Student } from "./student";
import { Swatch } from "./swatch";

const quiet = 900; // ms without a change before it is read out

/// One summary for screen readers, when things have settled.
function Announcer() {
  const model = useModel();
  const [text, set_text] = useState("");
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const preset = preset_of(model);
  const what_if = active_of(model);
  useEffect(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const outcome = preset.outcomes.find((o) => o.key === "belonging");
      const figures = figures_of(model, what_if);
      const of = { outcome: "belonging", group: model.state.view.group };
      const pairs = figures && figures.runs === figures.of ? figures.pairs(of) : null;
      const told = outcome && pairs ? `${what_if.name}: ${sentence(preset, outcome, of, pairs)}` : "";
      set_text(told); // an older sentence would be about something else
    }, quiet);
    return () => clearTimeout(timer.current);
  }, [model.version, model.state.choice, model.state.view.group]);
  return <p class="unseen" aria-live="polite">{text}</p>;
}

function Progress() {
  const model = useModel();
  const { lab } = model;
  const study = preset_of(model).study;
  const before = lab?.baseline()?.finished().length ?? 0;
  if (before === study.replicates || is_empty(active_of(model))) return null;
  return <p class="note">{strings.sentence.preparing(before, study.replicates)}</p>;
}

/// What every scenario changes, and what the hand-out is: on paper the controls are not there.
function OnPaper() {
  const chosen = useChosen();
  const preset = preset_of(chosen);
  const { what_ifs } = chosen.state.choice;
  const question = (name: string) => chosen.page.levers.find((l) => l.name === name)?.question ?? name;
  return (
    <section class="paper-only">
      <p>
        {strings.about.paper} belong {chosen.page.version}, {chosen.print}.
      </p>
      <ul class="key">
        <li>
          <Swatch style={baseline_style} /> <strong>{preset.scenarios.find((s) => s.baseline)!.title}</strong>
        </li>
        {what_ifs.map((w, k) => (
          <li>
            <Swatch style={scenario_style(k)} /> <strong>{w.name}</strong>:{" "}
            {[
              ...w.programs.map((key) => preset.programs.find((p) => p.key === key)?.title ?? key),
              ...Object.entries(w.levers).map(
                ([name, s]) => `${lever_words(question(name), s.times)}, ${weeks_of(preset, s)}`,
              ),
            ].join("; ") || strings.sentence.nothing}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Explore() {
  const chosen = useChosen();
  const preset = preset_of(chosen);
  return (
    <main id="main" class="explore" tabIndex={-1}>
      <header>
        <h1>{preset.title}</h1>
        <p class="about">
          {preset.schools} {preset.schools === 1 ? "school" : "schools"},{" "}
          {preset.students.toLocaleString(strings.locale)} synthetic students, {preset.days} school days.{" "}
          {preset.replicates} paired runs came with the page; it lives {preset.study.replicates} of a
          what-if itself.
        </p>
        {preset.imported ? <p class="note">{strings.imported}</p> : null}
        {chosen.notes.map((note) => (
          <p class="caution" role="status">{note}</p>
        ))}
      </header>
      <OnPaper />
      <div class="columns">
        <Controls />
        <div class="results">
          <Progress />
          <Results />
          <Student />
          <Share />
        </div>
      </div>
      <Announcer />
    </main>
  );
}
