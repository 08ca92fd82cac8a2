// A timer for the room: it counts down, and says so once when time is over.

import { useEffect, useState } from "preact/hooks";
import { Draft } from "../draft";
import { session } from "./session_strings";

const words = session.timer;

export function Timer({ minutes }: { minutes: number }) {
  const [length, set_length] = useState(minutes);
  const [left, set_left] = useState(minutes * 60);
  const [runs, set_runs] = useState(false);
  useEffect(() => {
    set_length(minutes);
    set_left(minutes * 60);
    set_runs(false);
  }, [minutes]);
  useEffect(() => {
    if (!runs) return;
    const end = performance.now() + left * 1000;
    const tick = setInterval(() => {
      const now = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      set_left(now);
      if (now === 0) set_runs(false);
    }, 250);
    return () => clearInterval(tick);
  }, [runs]);
  const set = (text: string) => {
    const number = Math.round(Number(text));
    if (!(number >= 1 && number <= 180)) return;
    set_length(number);
    set_left(number * 60);
    set_runs(false);
  };
  return (
    <div class="timer" role="group" aria-label={words.label}>
      <output class={left === 0 ? "over" : undefined} aria-live="off">
        {left === 0 ? words.over : words.left(Math.floor(left / 60), left % 60)}
      </output>
      <label>
        {words.minutes}{" "}
        <Draft type="number" min={1} max={180} value={length} done={set} />
      </label>
      <button type="button" onClick={() => set_runs(!runs)} disabled={left === 0}>
        {runs ? words.pause : words.start}
      </button>
      <button type="button" onClick={() => { set_runs(false); set_left(length * 60); }}>
        {words.reset}
      </button>
      <span class="unseen" role="status">{left === 0 ? words.over : ""}</span>
    </div>
  );
}
