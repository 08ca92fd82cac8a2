// Lead a room: steps with a timer, for a projector.

import { useState } from "preact/hooks";
import { Zoom } from "../chart";
import { useModel } from "../model";
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
  const { notes } = useModel();
  const [at, set_at] = useState(0);
  const [big, set_big] = useState(false);
  const step = steps[at]!;
  return (
    <main id="main" class={big ? "workshop projector" : "workshop"} tabIndex={-1}>
      <header class="bar">
        <label class="steps">
          {session.steps}{" "}
          <select value={at} onChange={(e) => set_at(Number(e.currentTarget.value))}>
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
      <h1>{step.title}</h1>
      {notes.map((note) => (
        <p class="caution" role="status">{note}</p>
      ))}
      <Zoom.Provider value={big ? 1.6 : 1}>
        <step.body key={at} />
      </Zoom.Provider>
      <div class="buttons turn">
        <button type="button" disabled={at === 0} onClick={() => set_at(at - 1)}>{session.back}</button>
        <button type="button" class="primary" disabled={at === steps.length - 1}
          onClick={() => set_at(at + 1)}>
          {session.next}
        </button>
      </div>
      <Notes lines={step.notes} />
    </main>
  );
}
