import type { Operation } from "../api/types";

/** The steps by which a tenant is made, in the order in which they begin unless an operator has set another. */
export const USUAL_STEPS = ["schema", "realm", "storage", "roles", "workspace", "plugins", "admin"];

export type StepState = "waiting" | "running" | "done" | "failed" | "undone";

export interface Step {
  name: string;
  state: StepState;
  begunAt?: number;
  endedAt?: number;
}

export interface SagaProgress {
  steps: Step[];
  operation: Operation;
}

const ENDINGS: [string, StepState][] = [
  ["has begun", "running"],
  ["is done", "done"],
  ["is undone", "undone"],
  ["failed", "failed"],
];

export function begin(operation: Operation): SagaProgress {
  const [first, ...others] = USUAL_STEPS.map((name): Step => ({ name, state: "waiting" }));
  const begunAt = Date.parse(operation.startedAt);
  return { steps: [{ ...first!, state: "running", ...(begunAt ? { begunAt } : {}) }, ...others], operation };
}

/** What is known once an operation has told more of itself. News may be left out between two; its end tells all. */
export function follow(before: SagaProgress, operation: Operation, now: number): SagaProgress {
  let steps = counted(told(before.steps, operation, now), operation, now);
  if (operation.status === "SUCCEEDED") {
    steps = steps.map((step) => (step.state === "done" ? step : { ...step, state: "done", endedAt: now }));
  }
  if (operation.status === "FAILED" || operation.status === "CANCELLED") {
    steps = undone(steps, now);
  }
  return { steps, operation };
}

/** One step failed, and what the others had done was taken back. */
function undone(steps: Step[], now: number): Step[] {
  const failed = steps.find((step) => step.state === "failed") ?? steps.find((step) => step.state === "running");
  return steps.map((step) => {
    if (step === failed) {
      return { ...step, state: "failed", endedAt: now };
    }
    return step.state === "waiting" ? step : { ...step, state: "undone" };
  });
}

function told(steps: Step[], operation: Operation, now: number): Step[] {
  const state = stateOf(operation);
  if (!operation.step || !state) {
    return steps;
  }
  const known = steps.some((step) => step.name === operation.step);
  const all = known ? steps : [...steps, { name: operation.step, state: "waiting" as const }];
  const at = all.findIndex((step) => step.name === operation.step);
  return all.map((step, place) => {
    if (place === at) {
      return moved(step, state, now);
    }
    // Steps begin in this order, some beside each other: what stands before has begun.
    return place < at && step.state === "waiting" ? moved(step, "running", now) : step;
  });
}

/** News that was left out may have told of ends: how many there are, the percentage says. */
function counted(steps: Step[], operation: Operation, now: number): Step[] {
  let missing = Math.round((operation.progress * steps.length) / 100) - doneCount(steps);
  const end = (state: StepState) => (step: Step) =>
    step.state === state && step.name !== operation.step && missing > 0 && missing-- > 0
      ? { ...step, state: "done" as const, endedAt: now }
      : step;
  return steps.map(end("running")).map(end("waiting"));
}

function moved(step: Step, state: StepState, now: number): Step {
  if (step.state === state && step.begunAt !== undefined) {
    return step;
  }
  return state === "running"
    ? { ...step, state, begunAt: now }
    : { ...step, state, begunAt: step.begunAt ?? now, endedAt: step.endedAt ?? now };
}

function stateOf(operation: Operation): StepState | null {
  const message = operation.message ?? "";
  return ENDINGS.find(([words]) => message.includes(words))?.[1] ?? null;
}

/** Which step to name where there is room for one: the first that is under way, else the first that waits. */
export function current(steps: Step[]): Step | undefined {
  return steps.find((step) => step.state === "running") ?? steps.find((step) => step.state === "waiting");
}

export function doneCount(steps: Step[]): number {
  return steps.filter((step) => step.state === "done").length;
}

export function seconds(step: Step): number | null {
  return step.begunAt !== undefined && step.endedAt !== undefined && step.endedAt > step.begunAt
    ? (step.endedAt - step.begunAt) / 1000
    : null;
}
