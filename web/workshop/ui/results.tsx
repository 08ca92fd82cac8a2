// Pictures and tables of runs. They stay with what was asked before until the first runs of a new
// question are there, or for a moment at most: what comes and goes with every move of a lever is
// hard to read, and drawing it takes time from the runs.

import { useContext, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Choice } from "../store";
import { essence, is_empty } from "../what_if";
import { Compare } from "./compare";
import type { Live } from "./live";
import { LiveContext, active_of, figures_of, useChosen, ChosenContext, type Chosen } from "./model";
import { Pictures } from "./pictures";
import { begin_wait } from "./settled";

const fading = 200; // ms until they are marked as of before
const most_wait = 500;

/// Has no more changed than what the scenario that is looked at does?
function only_moved(before: Chosen, now: Chosen): boolean {
  const [a, b] = [before.state, now.state];
  const { active } = b.choice;
  return (
    a.view === b.view &&
    a.choice !== b.choice &&
    a.choice.preset === b.choice.preset &&
    a.choice.active === active &&
    a.choice.what_ifs.length === b.choice.what_ifs.length &&
    a.choice.what_ifs.every((w, k) => {
      const other = b.choice.what_ifs[k]!;
      return w.name === other.name && (k === active || essence(w) === essence(other));
    })
  );
}

function answered(chosen: Chosen, live: Live): boolean {
  const lab = live.lab_of(chosen.state.choice.preset);
  const what_if = active_of(chosen);
  return is_empty(what_if) || figures_of({ ...chosen, lab, version: live.version }, what_if) !== null;
}

export function Results() {
  const chosen = useChosen();
  const live = useContext(LiveContext);
  const newest = useRef(chosen);
  newest.current = chosen;
  const shown = useRef(chosen);
  const [late, set_late] = useState<Choice | null>(null); // what has been waited for long enough
  const [faded, set_faded] = useState(false);
  const [, look_again] = useState(0);
  const waits =
    late !== chosen.state.choice && only_moved(shown.current, chosen) && !answered(chosen, live);
  if (!waits) shown.current = chosen;
  useLayoutEffect(() => live.listen(() => look_again(live.version), true), [live]);
  useLayoutEffect(() => {
    if (!waits) return;
    const give_up = () => set_late(newest.current.state.choice);
    const end = begin_wait(give_up);
    const timers = [setTimeout(() => set_faded(true), fading), setTimeout(give_up, most_wait)];
    return () => {
      timers.forEach(clearTimeout);
      set_faded(false);
      end();
    };
  }, [waits]);
  const inside = useMemo(
    () => (
      <>
        <Pictures />
        <Compare />
      </>
    ),
    [],
  );
  return (
    <div class={faded && waits ? "runs faded" : "runs"} aria-busy={waits}>
      <ChosenContext.Provider value={shown.current}>{inside}</ChosenContext.Provider>
    </div>
  );
}
