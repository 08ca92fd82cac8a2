// The model in WebAssembly, for one study at a time. See web/wasm/module.cpp for what is called.

import type { Follow, Lives } from "./messages";
import type { Study, Unit } from "./study";

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  belong_words(count: number): number;
  belong_start(redraw: number): void;
  belong_reference(): number;
  belong_school(): number;
  belong_entries(): number;
  belong_entry(outcome: number, tick: number, group: number): number;
  belong_baseline(school: number, replicate: number): number;
  belong_scenario(): number;
  belong_live(school: number, replicate: number): number;
  belong_students(school: number, replicate: number): number;
  belong_choose(school: number, replicate: number, most: number): number;
  belong_seen(): number;
  belong_follow(school: number, replicate: number, student: number): number;
  belong_study(replicates: number, scenarios: number): void;
  belong_add_scenario(): number;
  belong_room(): number;
  belong_add(replicate: number, scenario: number): void;
  belong_fingerprint(): number;
}

/// Bytes of an entry: n, sum, squares, twin_squares, 64 bits each.
export const entry_bytes = 32;

export class Kernel {
  private constructor(
    private readonly model: Exports,
    private readonly study: Study,
  ) {}

  /// Throws an Error when the words are not of this version.
  static async start(compiled: WebAssembly.Module, study: Study): Promise<Kernel> {
    const instance = await WebAssembly.instantiate(compiled, {});
    const model = instance.exports as unknown as Exports;
    model._initialize();
    model.belong_start(study.redraw ? 1 : 0);
    const kernel = new Kernel(model, study);
    const take = (words: Uint32Array, taken: () => number) => {
      kernel.put(words);
      if (taken() !== 1) throw new Error("the school is not a plan of this version");
    };
    if (study.reference) take(study.reference, model.belong_reference);
    for (const words of study.schools) take(words, model.belong_school);
    return kernel;
  }

  private put(words: Uint32Array): void {
    const at = this.model.belong_words(words.length);
    new Uint32Array(this.model.memory.buffer, at, words.length).set(words);
  }

  private entries(at: number): ArrayBuffer {
    return this.model.memory.buffer.slice(at, at + this.model.belong_entries() * entry_bytes);
  }

  /// Of one scenario.
  entries_of_scenario(): number {
    return this.model.belong_entries();
  }

  /// Where an outcome's group stands in the entries.
  entry(outcome: number, tick: number, group: number): number {
    return this.model.belong_entry(outcome, tick, group);
  }

  /// A copy of the entries. Lived when it is first asked for.
  baseline({ school, replicate }: Unit): ArrayBuffer {
    this.check({ school, replicate });
    return this.entries(this.model.belong_baseline(school, replicate));
  }

  /// The same in another scenario.
  live({ school, replicate }: Unit, scenario: Uint32Array): ArrayBuffer {
    this.check({ school, replicate });
    this.take(scenario);
    return this.entries(this.model.belong_live(school, replicate));
  }

  /// The model itself does not look where a school would be that is not there.
  private check({ school, replicate }: Unit): void {
    const among = (x: number, count: number) => Number.isInteger(x) && x >= 0 && x < count;
    if (!among(school, this.study.schools.length)) throw new Error(`there is no school ${school}`);
    if (!among(replicate, this.study.replicates)) throw new Error(`there is no run ${replicate}`);
  }

  private take(scenario: Uint32Array): void {
    this.put(scenario);
    if (this.model.belong_scenario() !== 1) {
      throw new Error("the scenario is not one of this version");
    }
  }

  /// A student's two lives; `days` are those of the run.
  follow({ unit: { school, replicate }, student, scenario }: Follow, days: number): Lives {
    const { model } = this;
    this.check({ school, replicate });
    this.take(scenario);
    const students = model.belong_students(school, replicate);
    const one =
      typeof student === "number"
        ? student
        : model.belong_choose(school, replicate, student === "most" ? 1 : 0);
    if (!(Number.isInteger(one) && one >= 0 && one < students)) {
      throw new Error(`students have numbers from 0 to ${students - 1}`);
    }
    const seen = model.belong_seen();
    const at = model.belong_follow(school, replicate, one);
    const values = new Float32Array(model.memory.buffer, at, 2 * seen * days).slice();
    return { student: one, students, seen, days, values };
  }

  /// Starts the totals of a study: the baseline and these.
  begin_totals(replicates: number, scenarios: Uint32Array[]): void {
    this.model.belong_study(replicates, scenarios.length + 1);
    for (const words of scenarios) {
      this.put(words);
      if (this.model.belong_add_scenario() !== 1) {
        throw new Error("the scenario is not one of this version");
      }
    }
  }

  add_to_totals(replicate: number, scenario: number, entries: ArrayBuffer): void {
    const room = this.model.belong_room(); // first: memory may move
    new Uint8Array(this.model.memory.buffer).set(new Uint8Array(entries), room);
    this.model.belong_add(replicate, scenario);
  }

  /// What `belong run` prints for the same study.
  fingerprint(): string {
    const at = this.model.belong_fingerprint();
    return new TextDecoder().decode(new Uint8Array(this.model.memory.buffer, at, 32));
  }
}
