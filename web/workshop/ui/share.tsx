// Link, file, print, and how anyone gets the same bits.

import { useState } from "preact/hooks";
import { to_link } from "../link";
import { read_scenario_file } from "../opened_file";
import { native_file, scenario_file, school_file, stem_of } from "../scenario_file";
import { strings } from "../strings";
import { essence, is_empty, preset_twin, scenario_words, type WhatIf } from "../what_if";
import { download } from "./download";
import { Facts } from "./facts";
import { active_of, preset_of, useChosen, useModel } from "./model";
import { Press } from "./press";

const words = strings.share;
const most_bytes = 1e6; // of a file: four scenarios have a few thousand

/// Those that change something, or else the first.
const worth_sharing = (what_ifs: WhatIf[]): WhatIf[] => {
  const some = what_ifs.filter((w) => !is_empty(w));
  return some.length > 0 ? some : what_ifs.slice(0, 1);
};

function Reproduce() {
  const model = useModel();
  const { page, lab } = model;
  const preset = preset_of(model);
  const what_ifs = worth_sharing(model.state.choice.what_ifs);
  const key = `${preset.experiment} ${what_ifs.map(essence).join(" ")}`;
  const [found, set_found] = useState<{ key: string; text: string } | null>(null);
  const [note, set_note] = useState("");
  const school = school_file(preset);
  const work_out = async () => {
    if (!lab) return;
    set_found({ key, text: words.working });
    const all = what_ifs.map((w) => scenario_words(page, preset, w));
    const print = await lab.fingerprint(all);
    set_found(print ? { key, text: print } : null);
    set_note(print ? "" : words.stopped);
  };
  const came = what_ifs.filter((w) => preset_twin(preset, w) !== undefined).map((w) => w.name);
  const native = came.length === what_ifs.length ? native_file(page, preset) : null;
  const own_print = (
    <>
      {found?.key === key ? <code class="fingerprint">{found.text}</code> : null}{" "}
      <Press off={!lab || found?.key === key} press={() => void work_out()}>
        {words.work_out}
      </Press>{" "}
      {note}
    </>
  );
  const native_print = (text: string) => (
    <>
      <code class="native">{preset.fingerprint}</code>, {preset.replicates}{" "}
      <button type="button"
        onClick={() => download(`${preset.experiment}.toml`, text, "application/toml")}>
        {words.native_save}
      </button>
    </>
  );
  return (
    <details class="reproduce">
      <summary>{words.reproduce}</summary>
      <p class="about">{words.reproduce_lead}</p>
      <pre>{words.command(`${stem_of(preset, what_ifs)}.toml`)}</pre>
      {school ? <p class="about">{words.school_file(school)}</p> : null}
      {came.length > 0 && !model.state.view.singles ? (
        <p class="about">
          {words.came(came.join(", "), preset.replicates, preset.experiment, preset.study.replicates)}
        </p>
      ) : null}
      <Facts
        rows={[
          [words.version, `belong ${page.version}, ${model.print}`],
          [words.seed, String(preset.seed)],
          [words.runs, words.runs_here(preset.study.replicates)],
          [words.fingerprint, own_print],
          [words.native, native ? native_print(native) : null],
        ]}
      />
    </details>
  );
}

export function Share() {
  const chosen = useChosen();
  const { page, state, act, print } = chosen;
  const preset = preset_of(chosen);
  const [note, set_note] = useState("");
  const what_ifs = worth_sharing(state.choice.what_ifs);
  const link = async () => {
    const { group, gap } = state.view;
    const active = Math.max(0, what_ifs.indexOf(active_of(chosen)));
    const looked = { active, group, gap };
    const hash = to_link(page, print, state.choice.preset, what_ifs, looked);
    const address = location.href.split("#")[0] + hash;
    try {
      await navigator.clipboard.writeText(address);
      set_note(words.link_done);
    } catch {
      set_note(`${words.link_shown} ${address}`);
    }
  };
  const save = () =>
    download(
      `${stem_of(preset, what_ifs)}.toml`,
      scenario_file(page, preset, what_ifs),
      "application/toml",
    );
  const open = async (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    if (file.size > most_bytes) return set_note(words.not_opened(file.name, words.too_large));
    set_note("");
    try {
      const { preset: at, what_ifs: found, runs } = read_scenario_file(page, await file.text());
      act({ do: "choose", choice: { preset: at, what_ifs: found, active: 0 } });
      const here = page.presets[at]!.study.replicates;
      if (runs !== here) set_note(words.other_runs(file.name, runs, here));
    } catch (error) {
      set_note(words.not_opened(file.name, error instanceof Error ? error.message : String(error)));
    }
  };
  return (
    <section class="share" aria-labelledby="share-title">
      <h2 id="share-title">{words.title}</h2>
      <div class="buttons">
        <button type="button" onClick={() => void link()}>{words.link}</button>
        <button type="button" onClick={save}>{words.save}</button>
        <label class="button">
          {words.open}
          <input type="file" accept=".toml" class="unseen"
            onChange={(e) => {
              void open(e.currentTarget.files);
              e.currentTarget.value = "";
            }} />
        </label>
        <button type="button" onClick={() => window.print()}>{words.print}</button>
      </div>
      <p class="about">{words.save_lead}</p>
      {location.protocol === "file:" ? <p class="about">{words.link_to_file}</p> : null}
      <p class="note" role="status">{note}</p>
      <Reproduce />
    </section>
  );
}
