// A timer for the room: it counts down, and says so once when time is over. It goes on while the
// room looks at another step or another part of the page.

import { useEffect, useState } from "preact/hooks";
import { Draft } from "../draft";
import { useKept } from "../kept";
import { Press } from "../press";
import { session } from "./session_strings";

const words = session.timer;

interface Clock {
  length: number; // minutes
  left: number; // seconds, when it last stood
  end: number | null; // when it will be over, ms; null while it stands
}

const left_at = (clock: Clock, now: number): number =>
  clock.end === null ? clock.left : Math.max(0, Math.ceil((clock.end - now) / 1000));

export function Timer({ step, minutes }: { step: string; minutes: number }) {
  const set_to = (length: number): Clock => ({ length, left: length * 60, end: null });
  const [clocks, set_clocks] = useKept<Record<string, Clock>>("timers", {}); // each step has its own
  const clock = clocks[step] ?? set_to(minutes);
  const set_clock = (to: Clock) => set_clocks({ ...clocks, [step]: to });
  const [now, set_now] = useState(performance.now());
  const left = left_at(clock, now);
  const runs = clock.end !== null && left > 0;
  useEffect(() => {
    if (!runs) return;
    const tick = setInterval(() => set_now(performance.now()), 250);
    return () => clearInterval(tick);
  }, [runs]);
  const set = (text: string) => {
    const number = Math.round(Number(text));
    if (number >= 1 && number <= 180) set_clock(set_to(number));
  };
  const turn = () => {
    const at = performance.now();
    set_now(at);
    set_clock({ ...clock, left: left_at(clock, at), end: runs ? null : at + left * 1000 });
  };
  return (
    <div class="timer" role="group" aria-label={words.label}>
      <output class={left === 0 ? "over" : undefined} aria-live="off">
        {left === 0 ? words.over : words.left(Math.floor(left / 60), left % 60)}
      </output>
      <label>
        {words.minutes}{" "}
        <Draft type="number" min={1} max={180} of={step} value={clock.length} done={set} />
      </label>
      <Press off={left === 0} press={turn}>{runs ? words.pause : words.start}</Press>
      <button type="button" onClick={() => set_clock(set_to(clock.length))}>{words.reset}</button>
      <span class="unseen" role="status">{left === 0 ? words.over : ""}</span>
    </div>
  );
}
