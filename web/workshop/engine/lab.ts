// What the page lives itself, of one preset: the baseline first, then whatever is asked for, in the
// order in which it is asked for. What was shown is kept, and lived anew if it was not whole.

import type { Follow, Lives, WorkerLike } from "./messages";
import { Kernel } from "./kernel";
import { Pool } from "./pool";
import { Sums } from "./sums";
import type { Study, Unit } from "./study";

export interface Question {
  key: string; // the same for the same scenario
  words: Uint32Array;
}

const first_runs = 8; // that are shown before all are there
const pause = 250; // ms between two looks at runs that still come
const most_kept = 24;
const baseline_key = "";

export class Lab {
  private readonly kept = new Map<string, Sums>();
  private wanted: Question[] = [];
  private doing: string | null = null;
  private turn = 0;
  private following: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly study: Study,
    readonly kernel: Kernel,
    private readonly pool: Pool,
    private readonly entries: number,
    private readonly changed: () => void,
    private readonly shown: () => Promise<void>,
  ) {}

  /// `changed` hears of new figures, `failed` of the end of all work. `shown` resolves when what is
  /// to be shown has been: until then the first runs have the machine for themselves.
  static async start(
    compiled: WebAssembly.Module,
    study: Study,
    workers: WorkerLike[],
    changed: () => void,
    shown: () => Promise<void>,
    failed: (why: string) => void,
  ): Promise<Lab> {
    const kernel = await Kernel.start(compiled, study);
    const pool = await Pool.start(workers, compiled, study, failed);
    const lab = new Lab(study, kernel, pool, kernel.entries_of_scenario(), changed, shown);
    void lab.go_on();
    return lab;
  }

  /// Runs of which all schools are there may be looked at; undefined before the first.
  found(key: string): Sums | undefined {
    return this.kept.get(key);
  }
  baseline(): Sums | undefined {
    return this.kept.get(baseline_key);
  }
  whole(key: string): boolean {
    return this.kept.get(key)?.finished().length === this.study.replicates;
  }

  /// From now on these are wanted, the first of them first.
  want(questions: Question[]): void {
    this.wanted = questions;
    const next = this.next();
    if (next && next.key !== this.doing) void this.go_on();
  }

  /// One at a time: a second question waits for the first.
  follow(what: Follow): Promise<Lives> {
    const after = this.following.then(() => this.pool.follow(what));
    this.following = after.catch(() => {});
    return after;
  }

  end(): void {
    ++this.turn;
    this.pool.end();
  }

  /// The fingerprint that `belong run` prints for the baseline and these. Lives them once more,
  /// because whole entries are too many to keep. Null when a newer question came in between.
  async fingerprint(scenarios: Uint32Array[]): Promise<string | null> {
    const turn = ++this.turn;
    this.doing = "fingerprint";
    this.kernel.begin_totals(this.study.replicates, scenarios);
    for (const [k, words] of [null, ...scenarios].entries()) {
      const whole = await this.pool.live(words, (unit, entries) =>
        this.kernel.add_to_totals(unit.replicate, k, entries),
      );
      if (!whole || turn !== this.turn) return null;
    }
    const print = this.kernel.fingerprint();
    this.doing = null;
    void this.go_on();
    return print;
  }

  private next(): { key: string; words: Uint32Array | null } | undefined {
    if (!this.whole(baseline_key)) return { key: baseline_key, words: null };
    return this.wanted.find(({ key }) => !this.whole(key));
  }

  private async go_on(): Promise<void> {
    const turn = ++this.turn;
    for (let next = this.next(); next; next = this.next()) {
      const { key, words } = next;
      this.doing = key;
      const sums = new Sums(this.study.replicates, this.entries, this.study.schools.length);
      let told = performance.now();
      let shown = 0;
      const add = (unit: Unit, entries: ArrayBuffer) => {
        sums.add(unit, entries);
        const there = sums.finished().length;
        const now = performance.now();
        if (there < first_runs || there === shown || (shown > 0 && now - told < pause)) return;
        shown = there;
        told = now;
        this.keep(key, sums);
        this.changed();
      };
      const whole =
        (await this.pool.live(words, add, first_runs)) &&
        (await this.shown().then(() => turn === this.turn)) &&
        (await this.pool.live(words, add, this.study.replicates, first_runs));
      if (turn !== this.turn) return;
      if (!whole) break;
      this.keep(key, sums);
      this.changed();
    }
    this.doing = null;
  }

  private keep(key: string, sums: Sums): void {
    sums.tell();
    this.kept.delete(key);
    this.kept.set(key, sums); // the newest last
    for (const old of this.kept.keys()) {
      if (this.kept.size <= most_kept) break;
      const needed = old === baseline_key || this.wanted.some((w) => w.key === old);
      if (!needed) this.kept.delete(old);
    }
  }
}
