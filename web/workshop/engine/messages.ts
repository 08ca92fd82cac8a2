// What the page and its workers say to each other.

import type { Study, Unit } from "./study";

/// A student without a number: the one in whose belonging the scenario changes the middle amount by
/// the end, or most.
export type Whose = "middle" | "most";

/// Two lives of one student.
export interface Follow {
  unit: Unit;
  student: number | Whose;
  scenario: Uint32Array;
}

/// Both lives day by day: [(life * seen + what) * days + day]. `what` is in the model's order
/// (models/seen_lives.h).
export interface Lives {
  student: number;
  students: number; // of the school
  seen: number;
  days: number;
  values: Float32Array;
}

export type ToWorker =
  | { do: "start"; compiled: WebAssembly.Module; study: Study }
  | { do: "live"; job: number; unit: Unit; scenario: Uint32Array | null } // null: the baseline
  | ({ do: "follow" } & Follow);

export type FromWorker =
  | { told: "here" } // a worker of the page, when it has started
  | { told: "ready" }
  | { told: "lived"; job: number; unit: Unit; entries: ArrayBuffer }
  | { told: "followed"; lives: Lives }
  | { told: "not_followed"; why: string }
  | { told: "failed"; why: string };

/// As much of a Worker as is needed; node's and the main thread's stand in for it.
export interface WorkerLike {
  send(message: ToWorker): void;
  on_message: (message: FromWorker) => void;
  end(): void;
}
