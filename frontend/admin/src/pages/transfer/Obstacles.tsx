import type { FieldError } from "@plexica/api-client";
import { Banner, Card, Icon, ItemList } from "@plexica/ui";
import { CircleX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { sentence } from "../../logic/sentence";

interface ObstaclesProps {
  /** Of the file. */
  name: string;
  problems: readonly FieldError[];
}

/** All that stands in the way of a file, at once. */
export function Obstacles({ name, problems }: ObstaclesProps) {
  const { t } = useTranslation("transfer");
  return (
    <>
      <Banner tone="bad" title={t("import.refused", { name })} urgent>
        {t("import.problems", { count: problems.length })}
      </Banner>
      <Card flush>
        <div className="ad-problems">
          <ItemList
            label={t("import.refused", { name })}
            items={problems.map(({ pointer, message }, at) => ({
              id: `${at}`,
              icon: <Icon of={CircleX} size={18} className="ad-bad" />,
              title: sentence(message),
              detail: pointer && <code className="px-key">{pointer.slice(1)}</code>,
            }))}
          />
        </div>
      </Card>
    </>
  );
}
