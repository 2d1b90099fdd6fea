import { Card } from "@plexica/ui";
import { useTranslation } from "react-i18next";

const THINGS = ["passwords", "keys", "secrets", "logs", "search"] as const;

/** What no file holds, and what to do about each. */
export function StaysBehind() {
  const { t } = useTranslation("transfer");
  return (
    <Card title={t("stays.title")}>
      <dl className="ad-stays">
        {THINGS.map((thing) => (
          <div key={thing}>
            <dt>{t(`stays.${thing}`)}</dt>
            <dd>{t(`stays.${thing}Then`)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
