// Lead a room: steps with a timer, for a projector.

import { useRef, useState } from "preact/hooks";
import { Zoom } from "../chart";
import { useChosen } from "../model";
import { Closing, Notes, Points, Sheet, Talk, WarmUp } from "./parts";
import { Predict } from "./predict";
import { session } from "./session_strings";
import { Timer } from "./timer";

const steps = [
  { ...session.welcome, body: () => (
    <>
      <p class="lead">{session.welcome.lead}</p>
      <Points points={session.welcome.points} />
    </>
  ) },
  { ...session.warm_up, body: () => <WarmUp /> },
  { ...session.belonging, body: () => <Points points={session.belonging.points} /> },
  { ...session.predict, body: () => <Predict /> },
  { ...session.talk, body: () => <Talk /> },
  { ...session.test, body: () => (
    <>
      <p class="lead">{session.test.lead}</p>
      <Sheet name="test" lines={session.test.lines} />
    </>
  ) },
  { ...session.closing, body: () => <Closing /> },
];

export function Workshop() {
  const { notes } = useChosen();
  const [at, set_at] = useState(0);
  const [big, set_big] = useState(false);
  const step = steps[at]!;
  const [seen, set_seen] = useState(new Set([0])); // steps keep what was said in them
  const title = useRef<HTMLHeadingElement>(null);
  const go = (to: number) => {
    set_at(to);
    set_seen(new Set([...seen, to]));
    scrollTo(0, 0);
    title.current?.focus();
  };
  return (
    <main id="main" class={big ? "workshop projector" : "workshop"} tabIndex={-1}>
      <header class="bar">
        <label class="steps">
          {session.steps}{" "}
          <select value={at} onChange={(e) => go(Number(e.currentTarget.value))}>
            {steps.map((s, k) => (
              <option value={k}>{session.step(k + 1, steps.length, s.title)}</option>
            ))}
          </select>
        </label>
        <Timer key={at} minutes={step.minutes} />
        <label>
          <input type="checkbox" checked={big} onChange={(e) => set_big(e.currentTarget.checked)} />
          {session.big}
        </label>
      </header>
      <h1 ref={title} tabIndex={-1}>{step.title}</h1>
      {notes.map((note) => (
        <p class="caution" role="status">{note}</p>
      ))}
      <Zoom.Provider value={big ? 1.6 : 1}>
        {steps.map((one, k) => (
          <div key={one.title} hidden={k !== at}>
            {k === at || seen.has(k) ? <one.body /> : null}
          </div>
        ))}
      </Zoom.Provider>
      <div class="buttons turn">
        <button type="button" disabled={at === 0} onClick={() => go(at - 1)}>{session.back}</button>
        <button type="button" class="primary" disabled={at === steps.length - 1}
          onClick={() => go(at + 1)}>
          {session.next}
        </button>
      </div>
      <Notes lines={step.notes} />
    </main>
  );
}
