import { ProgressBar, StateBadge } from "@plexica/ui";
import { useTranslation } from "react-i18next";
import type { Creation } from "../../state/creations";
import { useStage } from "./useStage";

/** How the making of a tenant goes, in a row. */
export function CreationStatus({ creation, onWhy }: { creation: Creation; onWhy: () => void }) {
  const { t } = useTranslation("tenants");
  const { progress } = creation;
  const { doing, step, all, percent } = useStage(creation);
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
  return <ProgressBar small label={doing} value={percent} note={t("of", { done: step, all })} />;
}
