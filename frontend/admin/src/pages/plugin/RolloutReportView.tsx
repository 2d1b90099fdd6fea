import { hasEnded, type Operation } from "@plexica/api-client";
import { Banner } from "@plexica/ui";
import { useTranslation } from "react-i18next";
import type { RolloutReport } from "../../api/plugins.types";
import { useFormat } from "../../common/useFormat";
import { MOST_TOLD, sentence } from "../../logic/sentence";

interface RolloutReportViewProps {
  operation: Operation | undefined;
  target: string;
}

/** What became of the last roll-out, tenant by tenant where it went wrong. */
export function RolloutReportView({ operation, target }: RolloutReportViewProps) {
  const { t } = useTranslation("registry");
  const format = useFormat();
  if (!operation || !hasEnded(operation)) {
    return null;
  }
  const report = operation.result as RolloutReport | null | undefined;
  if (!report) {
    return (
      <Banner tone="bad" title={t("rollout.ended.stopped")}>
        {operation.problem?.detail}
      </Banner>
    );
  }
  const { moved, unchanged, failed, movedBack, stopped, version = target } = report;
  const named = (tenants: string[]) => {
    const others = tenants.length - MOST_TOLD;
    return format.list(
      others > 0 ? [...tenants.slice(0, MOST_TOLD), t("common:count.others", { count: others })] : tenants,
    );
  };
  const title = stopped
    ? t("rollout.ended.stopped")
    : moved.length > 0
      ? t("rollout.ended.moved", { count: moved.length, version })
      : t("rollout.ended.nobody");
  return (
    <Banner tone={stopped || failed.length > 0 ? "bad" : "good"} title={title}>
      {stopped && <p>{sentence(stopped)}</p>}
      {stopped && moved.length > 0 && <p>{t("rollout.ended.stay", { tenants: named(moved), version })}</p>}
      {unchanged.length > 0 && <p>{t("rollout.ended.unchanged", { count: unchanged.length })}</p>}
      {movedBack.length > 0 && <p>{t("rollout.ended.movedBack", { tenants: named(movedBack) })}</p>}
      {failed.length > 0 && (
        <ul className="ad-bullets">
          {failed.slice(0, MOST_TOLD).map(({ tenant, reason }) => (
            <li key={tenant}>
              <b>{tenant}</b>: {reason}
            </li>
          ))}
          {failed.length > MOST_TOLD && <li>{t("common:count.others", { count: failed.length - MOST_TOLD })}</li>}
        </ul>
      )}
    </Banner>
  );
}
