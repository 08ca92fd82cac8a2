// Lead a room: steps with a timer, for a projector.

import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { Zoom } from "../chart";
import { useKept } from "../kept";
import { useChosen } from "../model";
import { Press } from "../press";
import { Closing, Notes, Points, Sheet, Talk, WarmUp, Welcome } from "./parts";
import { plans, usual, type Plan, type StepKey } from "./plans";
import { Predict } from "./predict";
import { session } from "./session_strings";
import { Timer } from "./timer";

const bodies: Record<StepKey, (plan: Plan) => ComponentChildren> = {
  welcome: (plan) => <Welcome plan={plan} />,
  warm_up: () => <WarmUp />,
  belonging: () => <Points points={session.belonging.points} />,
  predict: () => <Predict />,
  talk: () => <Talk />,
  test: () => (
    <>
      <p class="lead">{session.test.lead}</p>
      <Sheet name="test" lines={session.test.lines} />
    </>
  ),
  closing: () => <Closing />,
};

function Length({ length, choose }: { length: Plan["key"]; choose: (to: Plan["key"]) => void }) {
  return (
    <label class="length">
      {session.length}{" "}
      <select value={length} onChange={(e) => choose(e.currentTarget.value as Plan["key"])}>
        {plans.map(({ key }) => (
          <option value={key}>{session.lengths[key]}</option>
        ))}
      </select>
    </label>
  );
}

export function Workshop() {
  const { notes } = useChosen();
  const [length, set_length] = useKept<Plan["key"]>("length", usual);
  const [step, set_step] = useKept<StepKey>("step", "welcome");
  const [big, set_big] = useKept("big", false);
  const [seen, set_seen] = useKept<StepKey[]>("seen", ["welcome"]); // they keep what was said in them
  const title = useRef<HTMLHeadingElement>(null);
  const plan = plans.find((p) => p.key === length)!;
  const steps = plan.minutes.map(([key]) => key);
  const at = Math.max(0, steps.indexOf(step)); // a step that the plan leaves out: from the start
  const now = steps[at]!;
  const go = (to: number) => {
    set_step(steps[to]!);
    set_seen([...new Set([...seen, steps[to]!])]);
    scrollTo({ top: 0, behavior: "instant" });
    title.current?.focus({ preventScroll: true });
  };
  return (
    <main id="main" class={big ? "workshop projector" : "workshop"} tabIndex={-1}>
      <header class="bar">
        <Length length={length} choose={set_length} />
        <label class="steps">
          {session.steps}{" "}
          <select value={at} onChange={(e) => go(Number(e.currentTarget.value))}>
            {plan.minutes.map(([key, minutes], k) => (
              <option value={k}>{session.step(k + 1, steps.length, session[key].title, minutes)}</option>
            ))}
          </select>
        </label>
        <Timer step={`${length} ${now}`} minutes={plan.minutes[at]![1]} />
        <label>
          <input type="checkbox" checked={big} onChange={(e) => set_big(e.currentTarget.checked)} />
          {session.big}
        </label>
      </header>
      <h1 ref={title} tabIndex={-1}>{session[now].title}</h1>
      {notes.map((note) => (
        <p class="caution" role="status">{note}</p>
      ))}
      <Zoom.Provider value={big ? 1.6 : 1}>
        {steps.map((key) => (
          <div key={key} hidden={key !== now}>
            {key === now || seen.includes(key) ? bodies[key](plan) : null}
          </div>
        ))}
      </Zoom.Provider>
      <div class="buttons turn">
        <Press off={at === 0} press={() => go(at - 1)}>{session.back}</Press>
        <Press off={at === steps.length - 1} class="primary" press={() => go(at + 1)}>
          {session.next}
        </Press>
      </div>
      <Notes lines={session[now].notes} />
    </main>
  );
}
