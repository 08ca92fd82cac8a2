// Workers of the page, started from text inside it. Where a browser refuses that, the page's own
// thread does the work, one unit at a time, and is free in between.

import type { FromWorker, WorkerLike } from "./messages";
import { answerer } from "./worker";

const patience = 4000; // ms until a worker that says nothing counts as refused

/// As many as use a machine without taking it over.
const good_count = (): number =>
  Math.max(1, Math.min(4, navigator.hardwareConcurrency || 2));

function from_worker(worker: Worker): WorkerLike {
  const like: WorkerLike = {
    send: (message) => worker.postMessage(message),
    on_message: () => {},
    end: () => worker.terminate(),
  };
  worker.onmessage = (event: MessageEvent<FromWorker>) => like.on_message(event.data);
  worker.onerror = (event) => like.on_message({ told: "failed", why: event.message });
  return like;
}

/// A worker that has said that it is there; rejects when it can't be started.
function started(url: string): Promise<WorkerLike> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(url); // throws where it is forbidden
    const late = setTimeout(() => reject(new Error("a worker did not start")), patience);
    worker.onerror = (event) => {
      clearTimeout(late);
      reject(new Error(event.message || "a worker could not be started"));
    };
    worker.onmessage = () => {
      clearTimeout(late);
      resolve(from_worker(worker));
    };
  });
}

/// The page's own thread in the shape of a worker.
function own_thread(): WorkerLike {
  const like: WorkerLike = { send: () => {}, on_message: () => {}, end: () => {} };
  const answer = answerer((message) => like.on_message(message));
  let last: Promise<void> = Promise.resolve();
  like.send = (message) => {
    last = last
      .then(() => new Promise<void>((rested) => setTimeout(rested, 0)))
      .then(() => answer(message));
  };
  return like;
}

export interface Hands {
  workers: WorkerLike[];
  apart: boolean; // false: on the page's own thread
}

export async function start_hands(source: string, count = good_count()): Promise<Hands> {
  try {
    const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    const workers = await Promise.all(Array.from({ length: count }, () => started(url)));
    return { workers, apart: true };
  } catch {
    return { workers: [own_thread()], apart: false };
  }
}
