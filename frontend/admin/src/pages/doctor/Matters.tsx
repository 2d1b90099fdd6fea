import { Card, EmptyState, Icon, ItemList, StateBadge, VisuallyHidden } from "@plexica/ui";
import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../api/doctor";
import { worstFirst } from "../../logic/findings";
import { sentence } from "../../logic/sentence";
import { SIGNS, TONES } from "./levels";

/** What is not as it should be, the worst first, each with what to do. */
export function Matters({ findings, count }: { findings: Finding[]; count: number }) {
  const { t } = useTranslation("doctor");
  const items = worstFirst(findings).filter(({ level }) => level !== "OK");
  if (count === 0) {
    return (
      <Card title={t("matters.title")}>
        <EmptyState icon={CircleCheck} title={t("matters.empty")} text={t("matters.emptyText")} />
      </Card>
    );
  }
  return (
    <Card title={t("matters.title")} note={t("matters.count", { count })} className="ad-matters">
      <ItemList
        label={t("matters.title")}
        items={items.map(({ area, level, subject, found, advice }, at) => ({
          id: `${at}`,
          icon: <Icon of={SIGNS[level]} size={20} className={`ad-level ad-level--${TONES[level]}`} />,
          title: (
            <>
              <b>
                {t(`area.${area}`, { defaultValue: area })}: {subject}
              </b>{" "}
              {found} <VisuallyHidden>{t(`level.${level}`)}</VisuallyHidden>
            </>
          ),
          detail: advice && `${t("matters.advice")}: ${sentence(advice)}`,
          end: (
            <span aria-hidden="true">
              <StateBadge tone={TONES[level]}>{t(`level.${level}`)}</StateBadge>
            </span>
          ),
        }))}
      />
    </Card>
  );
}
