// Work of the page's own thread in pieces: some in each task, so that the page stays free between
// tasks, and few frames are drawn of what is not yet whole. Words and numbers come before pictures.

import { options } from "preact";

const enough = 6; // ms, after which a task begins no further piece

const words = new Set<() => void>();
const pictures = new Set<() => void>();
const next = new MessageChannel(); // a timer would wait 4 ms each time
const waiting: (() => void)[] = []; // for all of it
let running = false;
let inside = false;

// What a piece changes is rendered as part of it; all else once per task, as ever.
options.debounceRendering = (render) => (inside ? render() : queueMicrotask(render));

function some(): void {
  const start = performance.now();
  do {
    const first = words.size > 0 ? words : pictures;
    const [work] = first;
    if (!work) return;
    first.delete(work);
    work();
  } while (performance.now() - start < enough);
}

next.port1.onmessage = () => {
  try {
    at_once(some);
  } finally {
    running = words.size + pictures.size > 0;
    if (running) next.port2.postMessage(0);
    else for (const told of waiting.splice(0)) told();
  }
};

/// Renders what `work` changes before it gives back.
export function at_once(work: () => void): void {
  const before = inside;
  inside = true;
  try {
    work();
  } finally {
    inside = before;
  }
}

/// Resolves when nothing is left to be written or drawn.
export function all_shown(): Promise<void> {
  return new Promise((told) => (running ? void waiting.push(told) : told()));
}

function put(into: Set<() => void>, work: () => void): () => void {
  into.add(work);
  if (!running) next.port2.postMessage(0);
  running = true;
  return () => void into.delete(work);
}

/// Once, however often it is asked for before its turn. Gives back what takes it out again.
export const write_later = (work: () => void): (() => void) => put(words, work);
export const draw_later = (work: () => void): (() => void) => put(pictures, work);
