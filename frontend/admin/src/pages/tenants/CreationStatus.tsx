import { ProgressBar, StateBadge } from "@plexica/ui";
import { useTranslation } from "react-i18next";
import { current, doneCount } from "../../logic/saga";
import type { Creation } from "../../state/creations";

/** How the making of a tenant goes, in a row. */
export function CreationStatus({ creation, onWhy }: { creation: Creation; onWhy: () => void }) {
  const { t } = useTranslation("tenants");
  const { progress } = creation;
  if (progress?.operation.status === "FAILED" || progress?.operation.status === "CANCELLED") {
    return (
      <span className="ad-inline">
        <StateBadge tone="bad">{t("notCreated")}</StateBadge>
        <button type="button" className="px-link ad-link-button" onClick={onWhy}>
          {t("why")}
        </button>
      </span>
    );
  }
  const all = progress?.steps.length ?? 7;
  const done = progress ? doneCount(progress.steps) : 0;
  const step = progress && current(progress.steps)?.name;
  return (
    <ProgressBar
      small
      label={step ? t(`doing.${step}`, { defaultValue: t("doing.other", { name: step }) }) : t("doing.start")}
      value={(100 * done) / all}
      note={t("of", { done, all })}
    />
  );
}
