// What a worker of the page runs. Bundled to text (build.mjs) and started from it.

import type { ToWorker } from "./messages";
import { answerer } from "./worker";

const scope = self as unknown as {
  postMessage(message: unknown, moved: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
};
const answer = answerer((message, moved) => scope.postMessage(message, moved));
scope.onmessage = (event) => void answer(event.data);
scope.postMessage({ told: "here" }, []);
