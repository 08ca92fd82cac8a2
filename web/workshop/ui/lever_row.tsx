// One lever: the question, what adults do, how much, when, and how we know.

import { from_now_on, type LeverHere, type PageLever, type Preset } from "../data";
import { strings } from "../strings";
import { untouched, type LeverSetting } from "../what_if";
import { Draft } from "./draft";
import { Facts } from "./facts";

const words = strings.lever;
const step = 10; // percent by an arrow key: a slider of single percents would be a long way

/// Where 0 and the value lie, as shares of the rail: it is filled between the two.
function rail_of({ least, most }: PageLever, times: number) {
  const at = (x: number) => (x - least) / (most - least);
  const [from, to] = [Math.min(at(0), at(times)), Math.max(at(0), at(times))];
  return { "--zero": at(0), "--from": from, "--to": to };
}

interface Props {
  of: string; // the scenario
  preset: Preset;
  lever: PageLever;
  here: LeverHere;
  setting: LeverSetting;
  change: (setting: LeverSetting, moving: boolean) => void;
  settle: () => void;
}

function length_words(days: number): string {
  if (days === from_now_on) return words.to_the_end;
  return words.lengths[days] ?? words.days(days);
}

/// "weeks 3 to 8": when it acts.
export function weeks_of(preset: Preset, { start_day, days }: LeverSetting): string {
  const week = (day: number) => Math.floor(day / preset.days_in_week) + 1;
  const first = week(start_day);
  if (start_day + days >= preset.days) return words.from_week(first);
  const last = week(start_day + days - 1);
  return first === last ? words.in_week(first, length_words(days)) : words.in_weeks(first, last);
}

function When({ of, preset, lever, setting, change }: Omit<Props, "here" | "settle">) {
  const id = `when-${lever.name.replace(/\W+/g, "-")}`;
  const week = preset.days_in_week;
  const weeks = Math.ceil(preset.days / week);
  const lengths = [1, 5, 30, 60, 90, from_now_on];
  if (!lengths.includes(setting.days)) lengths.unshift(setting.days);
  const start = (text: string) => {
    const number = Math.round(Number(text));
    if (!(number >= 1 && number <= weeks)) return;
    change({ ...setting, start_day: (number - 1) * week }, false);
  };
  return (
    <div class="when">
      <label for={`${id}-start`}>{words.start_week}</label>
      <Draft
        id={`${id}-start`}
        type="number"
        min={1}
        max={weeks}
        disabled={setting.times === 0}
        of={of}
        value={Math.floor(setting.start_day / week) + 1}
        done={start}
      />
      <label for={`${id}-days`}>{words.lasts}</label>
      <select
        id={`${id}-days`}
        disabled={setting.times === 0}
        value={setting.days}
        onChange={(e) => change({ ...setting, days: Number(e.currentTarget.value) }, false)}
      >
        {lengths.map((days) => (
          <option value={days}>{length_words(days)}</option>
        ))}
      </select>
      {setting.times === 0 ? <p class="about">{words.first_move}</p> : null}
    </div>
  );
}

export function LeverRow({ of, preset, lever, here, setting, change, settle }: Props) {
  const id = `lever-${lever.name.replace(/\W+/g, "-")}`;
  const percent = Math.round(setting.times * 100);
  const moved = setting.times !== 0;
  const set = (text: string, moving: boolean) => {
    const times = Math.round(Number(text)) / 100;
    if (!Number.isFinite(times)) return;
    const held = Math.max(lever.least, Math.min(lever.most, times));
    change({ ...setting, times: Number(held.toFixed(2)) }, moving);
  };
  const keys = (event: KeyboardEvent) => {
    const by = { ArrowRight: step, ArrowUp: step, ArrowLeft: -step, ArrowDown: -step }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    set(String(Math.round((percent + by) / step) * step), true);
  };
  return (
    <fieldset class={moved ? "lever moved" : "lever"}>
      <legend>{lever.question}</legend>
      <p class="about">{lever.says}</p>
      {here.needs ? <p class="caution">{words.needs(here.needs)}</p> : null}
      <div class="amount">
        <div class="rail" style={rail_of(lever, setting.times)}>
          <input
            id={id}
            type="range"
            min={Math.round(lever.least * 100)}
            max={Math.round(lever.most * 100)}
            step={1}
            value={percent}
            aria-label={`${lever.question} ${words.amount}`}
            aria-valuetext={words.value_text(percent, lever.step)}
            onInput={(e) => set(e.currentTarget.value, true)}
            onKeyDown={keys}
            onBlur={settle}
            onPointerUp={settle}
          />
          <span class="zero" />
        </div>
        <Draft
          type="number"
          min={Math.round(lever.least * 100)}
          max={Math.round(lever.most * 100)}
          step={step}
          of={of}
          value={percent}
          aria-label={`${lever.question} ${words.amount}, ${words.percent_of(lever.step, lever.program)}`}
          done={(text) => set(text, false)}
        />
        <span class="unit">{words.percent_of(lever.step, lever.program)}</span>
      </div>
      {percent > 100 ? <p class="caution">{words.beyond}</p> : null}
      <details>
        <summary>{words.when}</summary>
        <When of={of} preset={preset} lever={lever} setting={setting} change={change} />
        {lever.step_reach ? <p class="about">{words.reach_there(lever.step_reach)}</p> : null}
        {lever.decay_days > 0 ? <p class="about">{words.fades(lever.decay_days)}</p> : null}
        {lever.least < 0 ? <p class="about">{words.less}</p> : null}
        <Facts
          rows={[
            [words.evidence, lever.evidence],
            [words.size, lever.size_evidence],
            [words.moves, <>{lever.meaning} <code>{lever.input}</code></>],
            [words.sources, lever.sources.join("; ") || strings.none],
          ]}
        />
      </details>
      {moved ? (
        <button type="button" class="quiet"
          onClick={() => {
            change(untouched(lever), false);
            document.getElementById(id)?.focus(); // the button that had it goes
          }}>
          {words.reset}
        </button>
      ) : null}
    </fieldset>
  );
}
