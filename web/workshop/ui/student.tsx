// Follow one synthetic student through the same year in two worlds.

import { useRef, useState } from "preact/hooks";
import { scenarios_panel, sides_of, domain_of, type ScenarioPicture } from "../../charts/scenarios";
import { baseline_style, scenario_style } from "../../charts/style";
import type { Lives, Whose } from "../engine/messages";
import { folded, two_days, type Day, type TwoDays } from "../lives";
import { strings } from "../strings";
import { essence, is_empty, scenario_words } from "../what_if";
import { Chart } from "./chart";
import { Draft } from "./draft";
import { active_of, preset_of, useChosen, useModel } from "./model";
import { Press } from "./press";

const words = strings.student;
const first_rows = 40;

const fixed = (x: number, signed = false): string =>
  Number.isFinite(x)
    ? (Math.abs(x) < 0.005 ? 0 : x).toLocaleString(strings.locale, {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
        signDisplay: signed ? "exceptZero" : "auto",
      }).replace("-", "\u2212")
    : strings.none;

function LifeCells({ day }: { day: Day }) {
  return (
    <>
      <td class="number">{fixed(day.cue, true)}</td>
      <td class="number">{fixed(day.reading)}</td>
      <td>{day.events}</td>
      <td class="number">{fixed(day.belonging)}</td>
      <td class="number">{fixed(day.engagement)}</td>
      <td class="number">{fixed(day.relation)}</td>
    </>
  );
}

function LivesTable({ days, names }: { days: TwoDays[]; names: [string, string] }) {
  const [all, set_all] = useState(false);
  const table = useRef<HTMLDivElement>(null);
  const show_all = () => {
    set_all(true);
    table.current?.focus(); // the button that had it goes
  };
  const rows = folded(days);
  const shown = all ? rows : rows.slice(0, first_rows);
  const columns = [words.cue, words.reading, words.events, words.belonging, words.engagement, words.relation];
  if (rows.length === 1 && rows[0]!.kind === "fold") return <p>{words.all_same}</p>;
  return (
    <>
      <div class="scroll" role="region" tabIndex={0} aria-label={words.title} ref={table}>
        <table class="lives">
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>{words.day}</th>
              {names.map((name) => (
                <th scope="colgroup" colSpan={6}>{name}</th>
              ))}
            </tr>
            <tr>
              {[0, 1].flatMap((life) =>
                columns.map((c) => (
                  <th scope="col" class={c === words.events ? "text" : "number"} key={`${life}${c}`}>{c}</th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) =>
              row.kind === "fold" ? (
                <tr class="fold">
                  <td colSpan={13}>{words.same_days(row.first, row.last)}</td>
                </tr>
              ) : (
                <tr>
                  <th scope="row">{row.day.day}</th>
                  <LifeCells day={row.day.lives[0]} />
                  <LifeCells day={row.day.lives[1]} />
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
      {rows.length > shown.length ? (
        <>
          <button type="button" onClick={show_all}>{words.more}</button>
          <p class="note paper-only">{words.part(shown.length, rows.length)}</p>
        </>
      ) : null}
    </>
  );
}

function LivesPicture({ days, names, nth }: { days: TwoDays[]; names: [string, string]; nth: number }) {
  const line = (life: 0 | 1) => {
    const mean = days.map((d) => d.lives[life].belonging);
    return {
      label: names[life],
      style: life === 0 ? baseline_style : scenario_style(nth),
      time: days.map((d) => d.day),
      mean,
      low: mean,
      high: mean,
    };
  };
  const picture: ScenarioPicture = {
    baseline: line(0),
    scenarios: [line(1)],
    singles: [],
    ghost: null,
    zero: false,
  };
  const y = domain_of(picture);
  const last = days[days.length - 1]!;
  const value = (day: TwoDays) =>
    names.map((name, life) => `${name} ${fixed(day.lives[life as 0 | 1].belonging)}`).join("; ");
  return (
    <Chart
      draw={(width) =>
        scenarios_panel(picture, {
          width,
          height: 220,
          x: [0, last.day],
          y,
          x_name: words.day.toLowerCase(),
          format: (v) => fixed(v),
          description: `${words.belonging}. ${value(last)}`,
        })
      }
      depends={[days]}
      cursor={{
        times: days.map((d) => d.day),
        sides: (width) => sides_of(picture, y, width),
        read_out: (t) => `${words.day} ${t}: ${value(days[t]!)}`,
        hint: strings.pictures.read_out,
        name: words.belonging,
      }}
    />
  );
}

/// Anew with each preset: its schools are others.
export function Student() {
  const preset = preset_of(useChosen());
  if (!preset.imported) return <Follower key={preset.experiment} />;
  return (
    <section class="student" aria-labelledby="student-title">
      <h2 id="student-title">{words.title}</h2>
      <p>{words.imported}</p>
    </section>
  );
}

function Follower() {
  const model = useModel();
  const preset = preset_of(model);
  const what_if = active_of(model);
  const [school, set_school] = useState(0);
  const [whose, set_whose] = useState<Whose | "number">("middle");
  const [number, set_number] = useState("0");
  const [busy, set_busy] = useState(false);
  const [said, set_said] = useState({ key: "", note: "" });
  const [found, set_found] = useState<{ key: string; lives: Lives } | null>(null);
  const asked = whose === "number" ? number : whose;
  const key = `${essence(what_if)} ${school} ${asked}`; // what was found answers this, and nothing else
  const name_of = (k: number) => preset.school_names[k] ?? String(k + 1);
  const follow = async () => {
    if (!model.lab) return;
    set_busy(true);
    try {
      const lives = await model.lab.follow({
        unit: { school, replicate: 0 },
        student: whose === "number" ? Number(number.trim() || NaN) : whose,
        scenario: scenario_words(model.page, preset, what_if),
      });
      set_found({ key, lives });
      set_said({ key, note: words.shown(lives.student) });
    } catch (error) {
      set_found(null);
      const why = error instanceof Error ? error.message : String(error);
      set_said({ key, note: words.not_found(why) });
    } finally {
      set_busy(false);
    }
  };
  const names: [string, string] = [words.life_a, what_if.name];
  const shown = found?.key === key ? found : null;
  const days = shown ? two_days(shown.lives) : [];
  const last = days[days.length - 1];
  return (
    <section class="student" aria-labelledby="student-title">
      <h2 id="student-title">{words.title}</h2>
      <p class="note">{words.lead}</p>
      <div class="filters">
        {preset.schools > 1 ? (
          <p>
            <label for="student-school">{words.school}</label>
            <select id="student-school" value={school}
              onChange={(e) => set_school(Number(e.currentTarget.value))}>
              {preset.study.schools.map((_, k) => (
                <option value={k}>{name_of(k)}</option>
              ))}
            </select>
          </p>
        ) : null}
        <p>
          <label for="student-whose">{words.whose}</label>{" "}
          <select id="student-whose" value={whose}
            onChange={(e) => set_whose(e.currentTarget.value as typeof whose)}>
            {Object.entries(words.choices).map(([key, text]) => (
              <option value={key}>{text}</option>
            ))}
          </select>
        </p>
        {whose === "number" ? (
          <p>
            <label for="student-number">{words.number}</label>{" "}
            <Draft id="student-number" type="number" value={number} done={set_number} />
          </p>
        ) : null}
        <Press off={!model.lab || busy || is_empty(what_if)} press={() => void follow()}>
          {words.follow}
        </Press>
      </div>
      <p class="note answer" role="status">{said.key === key ? said.note : ""}</p>
      {shown && last ? (
        <div class="found">
          <h3>
            {words.found(shown.lives.student, shown.lives.students, preset.schools > 1 ? name_of(school) : "")}
          </h3>
          {whose !== "number" ? (
            <p class="about">
              {words.chosen[whose](shown.lives.students,
                fixed(last.lives[1].belonging - last.lives[0].belonging, true))}
            </p>
          ) : null}
          <LivesPicture days={days} names={names} nth={model.state.choice.active} />
          <p class="about">{words.legend}</p>
          <LivesTable key={`${key} ${shown.lives.student}`} days={days} names={names} />
        </div>
      ) : null}
    </section>
  );
}
