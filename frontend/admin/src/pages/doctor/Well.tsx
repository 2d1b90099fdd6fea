import { Button, Card, ItemList } from "@plexica/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../api/doctor";
import { wellByArea } from "../../logic/findings";
import { capital } from "../../logic/sentence";

/** What is as it should be: that it was looked at is worth knowing, what exactly only now and then. */
export function Well({ findings, count }: { findings: Finding[]; count: number }) {
  const { t } = useTranslation("doctor");
  const [isOpen, setOpen] = useState(false);
  if (count === 0) {
    return null;
  }
  return (
    <Card
      title={t("well.title")}
      note={t("well.count", { count })}
      actions={
        <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t("well.hide") : t("well.show")}
        </Button>
      }
    >
      {isOpen ? (
        <div className="ad-well">
          {wellByArea(findings).map(([area, own]) => (
            <section key={area}>
              <h3>{t(`area.${area}`, { defaultValue: area })}</h3>
              <ItemList
                label={area}
                lines={false}
                items={own.map(({ subject, found }, at) => ({ id: `${at}`, title: capital(subject), detail: found }))}
              />
            </section>
          ))}
        </div>
      ) : (
        <p className="ad-quiet">{t("well.text")}</p>
      )}
    </Card>
  );
}
