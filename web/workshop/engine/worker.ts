// A worker's side: one message at a time, each answered.

import { Kernel } from "./kernel";
import type { FromWorker, ToWorker } from "./messages";

/// Answers messages with `send`, which may take over buffers.
export function answerer(send: (message: FromWorker, moved: Transferable[]) => void) {
  let kernel: Kernel | null = null;
  let days = 0;
  return async (message: ToWorker): Promise<void> => {
    try {
      if (message.do === "start") {
        kernel = await Kernel.start(message.compiled, message.study);
        days = message.study.days;
        send({ told: "ready" }, []);
        return;
      }
      if (!kernel) throw new Error("there is no study yet");
      if (message.do === "follow") {
        try {
          const lives = kernel.follow(message, days);
          send({ told: "followed", lives }, [lives.values.buffer]);
        } catch (error) {
          send({ told: "not_followed", why: error instanceof Error ? error.message : String(error) }, []);
        }
        return;
      }
      const { job, unit, scenario } = message;
      const entries = scenario ? kernel.live(unit, scenario) : kernel.baseline(unit);
      send({ told: "lived", job, unit, entries }, [entries]);
    } catch (error) {
      send({ told: "failed", why: error instanceof Error ? error.message : String(error) }, []);
    }
  };
}
