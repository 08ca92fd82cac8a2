// What the page and its workers say to each other.

import type { Study, Unit } from "./study";

export type ToWorker =
  | { do: "start"; compiled: WebAssembly.Module; study: Study }
  | { do: "live"; job: number; unit: Unit; scenario: Uint32Array | null }; // null: the baseline

export type FromWorker =
  | { told: "here" } // a worker of the page, when it has started
  | { told: "ready" }
  | { told: "lived"; job: number; unit: Unit; entries: ArrayBuffer }
  | { told: "failed"; why: string };

/// As much of a Worker as is needed; node's and the main thread's stand in for it.
export interface WorkerLike {
  send(message: ToWorker): void;
  on_message: (message: FromWorker) => void;
  end(): void;
}
