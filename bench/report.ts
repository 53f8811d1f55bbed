import { loadavg } from 'node:os';
import { median } from './median';

/** Collects what the rounds measured and prints it beside its goal, as medians. */
export interface Report {
  /** Notes a measured value. */
  add(name: string, value: number): void;
  /** Prints medians, in the order in which they were first noted. */
  print(goals: Record<string, Goal>): void;
}

export interface Goal {
  atMost: number;
  unit: string;
}

export const times = (atMost: number, what: string): Goal => ({ atMost, unit: `× ${what}` });

export function createReport(): Report {
  const values = new Map<string, number[]>();
  return {
    add(name, value) {
      values.set(name, [...(values.get(name) ?? []), value]);
    },
    print(goals) {
      for (const [name, measured] of values) {
        const goal = goals[name];
        const value = median(measured);
        const [low, high] = quartiles(measured);
        const spread = `${low.toFixed(2)}–${high.toFixed(2)}`;
        const line = `${name.padEnd(52)} ${value.toFixed(2).padStart(7)} (${spread})`;
        if (!goal) console.log(`${line} ms`);
        else console.log(`${line} ${goal.unit}; goal: ≤ ${goal.atMost} ${value <= goal.atMost ? '✓' : '✗ MISSED'}`);
      }
      const load = loadavg()[0] ?? 0;
      console.log(`medians (quartiles); load of this machine: ${load.toFixed(1)}`);
    },
  };
}

function quartiles(values: number[]): [low: number, high: number] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)] as number;
  return [at(0.25), at(0.75)];
}
