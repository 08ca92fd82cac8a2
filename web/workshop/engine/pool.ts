// Units over workers. A unit always goes to the same worker, which keeps its school and baseline. A
// newer job takes the place of an older one: what is under way of it is thrown away.

import type { Follow, FromWorker, Lives, WorkerLike } from "./messages";
import { units_of, type Study, type Unit } from "./study";

/// Units that a worker holds at a time: one under way, and the next, so that it never waits.
const held = 2;

interface Hand {
  worker: WorkerLike;
  waiting: Unit[]; // of the newest job
  under_way: number; // of any job
}

export class Pool {
  private job = 0;
  private scenario: Uint32Array | null = null;
  private on_unit: (unit: Unit, entries: ArrayBuffer) => void = () => {};
  private done: (whole: boolean) => void = () => {};
  private left = 0;
  private failed = false;
  private followed: { found: (lives: Lives) => void; not: (why: Error) => void }[] = []; // who waits

  private constructor(
    private readonly hands: Hand[],
    private readonly study: Study,
    private readonly on_failure: (why: string) => void,
  ) {}

  /// Resolves when all workers have read the study; rejects when one can't.
  static async start(
    workers: WorkerLike[],
    compiled: WebAssembly.Module,
    study: Study,
    on_failure: (why: string) => void,
  ): Promise<Pool> {
    await Promise.all(
      workers.map(
        (worker) =>
          new Promise<void>((ready, failed) => {
            worker.on_message = (m) =>
              m.told === "failed" ? failed(new Error(m.why)) : m.told === "ready" && ready();
            worker.send({ do: "start", compiled, study });
          }),
      ),
    );
    const hands = workers.map((worker) => ({ worker, waiting: [], under_way: 0 }));
    const pool = new Pool(hands, study, on_failure);
    for (const hand of hands) hand.worker.on_message = (m) => pool.hear(hand, m);
    return pool;
  }

  /// Lives the first `replicates` of a scenario (null: the baseline), from `from` on. `on_unit` hears
  /// of every unit. Resolves with true when all are there, with false when a newer job came.
  live(
    scenario: Uint32Array | null,
    on_unit: (unit: Unit, entries: ArrayBuffer) => void,
    replicates = this.study.replicates,
    from = 0,
  ): Promise<boolean> {
    this.done(false);
    if (this.failed) return Promise.resolve(false);
    ++this.job;
    this.scenario = scenario;
    this.on_unit = on_unit;
    const units = units_of(this.study).filter(
      ({ replicate }) => replicate >= from && replicate < replicates,
    );
    this.left = units.length;
    this.hands.forEach((hand, k) => {
      hand.waiting = units.filter((unit) => this.hand_of(unit) === k);
    });
    return new Promise((done) => {
      this.done = done;
      if (this.left === 0) done(true);
      for (const hand of this.hands) this.feed(hand);
    });
  }

  /// A student's two lives, between units of other work.
  follow(what: Follow): Promise<Lives> {
    const hand = this.hands[this.hand_of(what.unit)]!;
    return new Promise((found, not) => {
      this.followed.push({ found, not });
      hand.worker.send({ do: "follow", ...what });
    });
  }

  private hand_of({ school, replicate }: Unit): number {
    return (replicate * this.study.schools.length + school) % this.hands.length;
  }

  /// No newer unit begins.
  stop(): void {
    this.done(false);
    ++this.job;
    for (const hand of this.hands) hand.waiting = [];
  }

  end(): void {
    this.stop();
    for (const { not } of this.followed) not(new Error("another school was chosen"));
    this.followed = [];
    for (const { worker } of this.hands) worker.end();
  }

  private feed(hand: Hand): void {
    while (hand.under_way < held) {
      const unit = hand.waiting.shift();
      if (!unit) return;
      ++hand.under_way;
      hand.worker.send({ do: "live", job: this.job, unit, scenario: this.scenario });
    }
  }

  private hear(hand: Hand, message: FromWorker): void {
    if (message.told === "failed") {
      this.failed = true;
      this.stop();
      this.on_failure(message.why);
      return;
    }
    if (message.told === "followed") this.followed.shift()?.found(message.lives);
    if (message.told === "not_followed") this.followed.shift()?.not(new Error(message.why));
    if (message.told !== "lived") return;
    --hand.under_way;
    this.feed(hand);
    if (message.job !== this.job) return; // of an older job
    this.on_unit(message.unit, message.entries);
    if (--this.left === 0) this.done(true);
  }
}
