import type { StateBadgeProps } from "@plexica/ui";
import { STAGES } from "../common/types";
import type { Stage } from "../common/types";

export const TONES: Record<Stage, StateBadgeProps["tone"]> = {
  NEW: "neutral",
  QUALIFIED: "accent",
  WON: "good",
  LOST: "bad",
};

/** The key of a stage's word. */
export function wordOf(stage: Stage): string {
  return `stage.${stage}`;
}

/** The stage before or after another; undefined beyond the ends. */
export function neighbour(stage: Stage, step: -1 | 1): Stage | undefined {
  return STAGES[STAGES.indexOf(stage) + step];
}
