import { useTranslation } from "react-i18next";
import { current, doneCount } from "../../logic/saga";
import type { Creation } from "../../state/creations";

/** How far the making of a tenant is. */
export interface Stage {
  /** What is being done now. */
  doing: string;
  /** The step that is under way, counted from one. */
  step: number;
  all: number;
  percent: number;
}

const USUALLY = 7;

/** The same step in the same words wherever it is told: in the row, and in the panel beside it. */
export function useStage({ progress, isInviting }: Creation): Stage {
  const { t } = useTranslation("tenants");
  const all = progress?.steps.length ?? USUALLY;
  const done = progress ? doneCount(progress.steps) : 0;
  const name = progress && current(progress.steps)?.name;
  const key = name === "admin" && isInviting ? "invite" : name;
  return {
    doing: key ? t(`doing.${key}`, { defaultValue: t("doing.other", { name: key }) }) : t("doing.start"),
    step: Math.min(all, done + 1),
    all,
    percent: (100 * done) / all,
  };
}
