import type { Problem } from "@plexica/api-client";
import { EmptyState, ProblemView } from "@plexica/ui";
import { LockKeyhole } from "lucide-react";
import { useTranslation } from "react-i18next";
import { MOST_TOLD, sentence } from "../logic/sentence";

interface TroubleProps {
  problem: Problem;
  onRetry?: (() => void) | undefined;
  /** In place of the problem's own title. */
  title?: string;
}

/** A call that failed, where it failed. */
export function Trouble({ problem, onRetry, title }: TroubleProps) {
  const { t } = useTranslation();
  if (problem.code === "permission-denied") {
    return <EmptyState icon={LockKeyhole} title={t("error.forbidden")} text={problem.detail} />;
  }
  const { errors, code, traceId } = problem;
  const detail = [
    sentence(problem.detail),
    ...errors.slice(0, MOST_TOLD).map(({ pointer, message }) => `${pointer.slice(1)} ${message}`.trim()),
    ...(errors.length > MOST_TOLD ? [t("count.others", { count: errors.length - MOST_TOLD })] : []),
  ];
  return (
    <ProblemView
      problem={{ title: title ?? (problem.title || t("error.title")), detail: detail.join(" · "), code, traceId }}
      onRetry={onRetry}
    />
  );
}
