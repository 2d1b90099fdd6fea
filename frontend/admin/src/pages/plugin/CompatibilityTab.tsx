import { DataTable, StateBadge, useLocalTable, type Column } from "@plexica/ui";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { usePlugins } from "../../api/plugins";
import type { Dependency, Version } from "../../api/plugins.types";

/** Which versions run here, and beside which other plugins. */
export function CompatibilityTab({ versions }: { versions: Version[] }) {
  const { t } = useTranslation("registry");
  const columns = useMemo<Column<Version>[]>(
    () => [
      { id: "version", header: t("compatibility.version"), cell: (row) => row.version },
      {
        id: "platform",
        header: t("compatibility.platform"),
        cell: ({ compatibility }) => (
          <span className="ad-cell">
            <StateBadge tone={compatibility.runs ? "good" : "bad"}>
              {t(compatibility.runs ? "compatibility.runs" : "compatibility.runsNot")}
            </StateBadge>
            <small>
              <code>{compatibility.platform ?? t("compatibility.any")}</code>
            </small>
          </span>
        ),
      },
      {
        id: "needs",
        header: t("compatibility.needs"),
        cell: ({ compatibility: { needs } }) =>
          needs.length === 0 ? (
            <span className="ad-quiet">{t("compatibility.nothing")}</span>
          ) : (
            <span className="ad-stack ad-stack--tight">
              {needs.map((need) => (
                <Need key={need.plugin} need={need} />
              ))}
            </span>
          ),
      },
      {
        id: "conflicts",
        header: t("compatibility.conflicts"),
        cell: ({ compatibility: { conflicts } }) => conflicts.join(", ") || "–",
      },
    ],
    [t],
  );
  const table = useLocalTable(versions, columns);
  return (
    <div className="ad-stack">
      <p className="ad-quiet">{t("compatibility.text")}</p>
      <DataTable<Version> {...table} label={t("tab.compatibility")} columns={columns} rowKey={(row) => row.version} />
    </div>
  );
}

function Need({ need }: { need: Dependency }) {
  const { t } = useTranslation("registry");
  const { data } = usePlugins();
  const published = data?.items.find(({ id }) => id === need.plugin)?.versions ?? [];
  return (
    <span className="ad-cell">
      <b>{need.plugin}</b> <code>{need.version}</code> {need.optional && `(${t("compatibility.optional")})`}
      <small>
        {published.length > 0 ? t("compatibility.met", { versions: published.join(", ") }) : t("compatibility.unmet")}
      </small>
    </span>
  );
}
