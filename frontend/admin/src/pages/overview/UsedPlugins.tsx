import { ButtonLink, Card, EmptyState, Link } from "@plexica/ui";
import { BarList } from "@plexica/ui/charts";
import { Package, Upload } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useManyStats, usePlugins } from "../../api/plugins";
import { Shown } from "../../common/Shown";
import { useFormat } from "../../common/useFormat";

/** Which plugins tenants have. */
export function UsedPlugins() {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const asked = usePlugins();
  const { items: stats } = useManyStats(asked.data?.items.map(({ id }) => id) ?? []);
  const count = (id: string) => stats.find((one) => one.plugin === id)?.installations ?? 0;
  return (
    <Card
      title={t("used.title")}
      note={t("used.unit")}
      actions={<Link to="/registry">{t("common:nav.registry")}</Link>}
    >
      <Shown asked={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon={Package}
              title={t("used.empty")}
              action={
                <ButtonLink to="/registry/upload" icon={Upload}>
                  {t("used.upload")}
                </ButtonLink>
              }
            />
          ) : (
            <BarList
              label={t("used.title")}
              items={items
                .map(({ id, name }) => ({ label: name, value: count(id), text: format.number(count(id)) }))
                .sort((one, other) => other.value - one.value)
                .slice(0, 7)}
            />
          )
        }
      </Shown>
    </Card>
  );
}
