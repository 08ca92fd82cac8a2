// Pictures and tables of runs. They stay with what was asked before until the first runs of a new
// question are there, or for a moment at most: what comes and goes with every move of a lever is
// hard to read, and drawing it takes time from the runs.

import { useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { is_empty } from "../what_if";
import { Compare } from "./compare";
import { LiveContext, active_of, figures_of, useChosen, ChosenContext, type Chosen } from "./model";
import type { Live } from "./live";
import { Pictures } from "./pictures";

const fading = 200; // ms until they are marked as of before
const most_wait = 500;

/// Has no more changed than what the scenario that is looked at does?
function only_moved(before: Chosen, now: Chosen): boolean {
  const [a, b] = [before.state, now.state];
  return (
    a.view === b.view &&
    a.choice.preset === b.choice.preset &&
    a.choice.active === b.choice.active &&
    a.choice.what_ifs.length === b.choice.what_ifs.length
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
  const shown = useRef(chosen);
  const [late, set_late] = useState<Chosen | null>(null); // what has been waited for long enough
  const [faded, set_faded] = useState(false);
  const [, look_again] = useState(0);
  const waits = late !== chosen && only_moved(shown.current, chosen) && !answered(chosen, live);
  if (!waits) shown.current = chosen;
  useLayoutEffect(() => live.listen(() => look_again(live.version), true), [live]);
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => set_faded(true), fading);
    return () => {
      clearTimeout(timer);
      set_faded(false);
    };
  }, [waits]);
  useEffect(() => {
    if (!waits) return;
    const patience = setTimeout(() => set_late(chosen), most_wait);
    return () => clearTimeout(patience);
  }, [waits, chosen]);
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
