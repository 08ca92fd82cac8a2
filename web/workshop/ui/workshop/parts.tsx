// Parts of a workshop that are words alone.

import { cues, protocols } from "../../cards";
import { useKept } from "../kept";
import type { Plan } from "./plans";
import { session } from "./session_strings";

export function Notes({ lines }: { lines: string[] }) {
  return (
    <details class="notes">
      <summary>{session.notes}</summary>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p class="about">{session.guide}</p>
    </details>
  );
}

export function Points({ points }: { points: string[][] }) {
  return (
    <ol class="points">
      {points.map(([head, text]) => (
        <li>
          <strong>{head}</strong> {text}
        </li>
      ))}
    </ol>
  );
}

export function Welcome({ plan }: { plan: Plan }) {
  const words = session.welcome;
  return (
    <>
      <p class="lead">{words.lead}</p>
      <Points points={words.points} />
      <p class="note">{words.plan[plan.key]}</p>
    </>
  );
}

export function WarmUp() {
  const words = session.warm_up;
  const [at, set_at] = useKept("event", 0);
  const [open, set_open] = useKept("readings", false);
  const cue = cues[at % cues.length]!;
  return (
    <div class="warm-up">
      <p class="lead">{words.lead}</p>
      <blockquote class="event">{cue.event}</blockquote>
      {open ? (
        <div class="readings">
          <p><strong>{words.one}</strong> {cue.one}</p>
          <p><strong>{words.other}</strong> {cue.other}</p>
          <p class="adults"><strong>{words.adults}</strong> {cue.adults}</p>
        </div>
      ) : null}
      <div class="buttons">
        <button type="button" class="primary" aria-expanded={open} onClick={() => set_open(!open)}>
          {open ? words.hide : words.show}
        </button>
        <button type="button" onClick={() => { set_at(at + 1); set_open(false); }}>
          {words.another}
        </button>
      </div>
    </div>
  );
}

export function Talk() {
  return (
    <div class="protocols">
      {protocols.map(({ title, lines }) => (
        <section>
          <h3>{title}</h3>
          <ol>
            {lines.map((line) => (
              <li>{line}</li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

/// A sheet to fill in and print.
export function Sheet({ name, lines }: { name: string; lines: string[] }) {
  const [written, set_written] = useKept<Record<number, string>>(`sheet ${name}`, {});
  return (
    <div class="sheet">
      {lines.map((line, k) => (
        <p>
          <label for={`${name}-${k}`}>{line}</label>
          <textarea id={`${name}-${k}`} rows={2} value={written[k] ?? ""}
            onInput={(e) => set_written({ ...written, [k]: e.currentTarget.value })} />
        </p>
      ))}
      <button type="button" onClick={() => window.print()}>{session.test.print}</button>
    </div>
  );
}

export function Closing() {
  const words = session.closing;
  const [at, set_at] = useKept("closing", 0);
  const closing = words.closings[at]!;
  return (
    <div>
      <div role="radiogroup" aria-label={words.choose} class="buttons">
        {words.closings.map((one, k) => (
          <label class={k === at ? "tab chosen" : "tab"}>
            <input type="radio" name="closing" checked={k === at} onChange={() => set_at(k)} />
            {one.title}
          </label>
        ))}
      </div>
      <p class="lead">{closing.lead}</p>
      <Sheet key={closing.title} name={`closing-${at}`} lines={closing.lines} />
    </div>
  );
}
