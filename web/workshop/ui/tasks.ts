// Work of the page's own thread in pieces: each in a task of its own, so that the page stays free
// between them. Words and numbers come before pictures.

const words = new Set<() => void>();
const pictures = new Set<() => void>();
const next = new MessageChannel(); // a timer would wait 4 ms each time
let running = false;

next.port1.onmessage = () => {
  const first = words.size > 0 ? words : pictures;
  const [work] = first;
  if (work) {
    first.delete(work);
    work();
  }
  running = words.size + pictures.size > 0;
  if (running) next.port2.postMessage(0);
};

function put(into: Set<() => void>, work: () => void): () => void {
  into.add(work);
  if (!running) next.port2.postMessage(0);
  running = true;
  return () => void into.delete(work);
}

/// Once, however often it is asked for before its turn. Gives back what takes it out again.
export const write_later = (work: () => void): (() => void) => put(words, work);
export const draw_later = (work: () => void): (() => void) => put(pictures, work);
