import type { PluginVersion, PluginView } from "@plexica/api-client";
import { AsidePage, DataTable, Link, ProblemView, StateBadge } from "@plexica/ui";
import type { Column, Tone } from "@plexica/ui";
import { useState } from "react";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { compareVersions, isHere } from "../catalogue";
import { useVersions } from "../usePlugin";
import { Facts } from "./Facts";
import { Newest } from "./Newest";

/** All versions, what became of them, and the way to look at another one. */
export function VersionsTab({ plugin }: { plugin: PluginView }) {
  const t = useT("plugins");
  const format = useFormat();
  const { can } = useMe();
  const { data, problem, again } = useVersions(plugin.id);
  const [all, setAll] = useState(false);
  const own = isHere(plugin) ? plugin.installation?.version : undefined;
  const open = data?.items.filter((one) => all || one.status !== "RETIRED" || one.version === own);
  const hidden = (data?.items.length ?? 0) - (open?.length ?? 0);

  const state = (one: PluginVersion): { tone: Tone; words: string } => {
    if (one.version === own) return { tone: "good", words: t("versions.inUse") };
    if (one.status === "DEPRECATED") {
      const words = one.endOfLife ? t("versions.ends", { date: format.date(one.endOfLife) }) : t("versions.deprecated");
      return { tone: "warning", words };
    }
    if (one.status !== "AVAILABLE") return { tone: "neutral", words: t(`versions.${one.status.toLowerCase()}`) };
    return one.version === plugin.version
      ? { tone: "accent", words: t("versions.newest") }
      : { tone: "neutral", words: t("versions.available") };
  };
  const columns: Column<PluginVersion>[] = [
    { id: "version", header: t("columns.version"), cell: (one) => <b>{one.version}</b> },
    { id: "published", header: t("versions.published"), cell: (one) => format.date(one.publishedAt) },
    {
      id: "permissions",
      header: t("tabs.permissions"),
      cell: (one) => permissionChange(one, data?.items ?? [], t),
    },
    {
      id: "state",
      header: t("columns.state"),
      cell: (one) => {
        const { tone, words } = state(one);
        return <StateBadge tone={tone}>{words}</StateBadge>;
      },
    },
    {
      id: "preview",
      header: t("versions.preview"),
      hideHeader: true,
      cell: (one) =>
        can("core:plugins:install") &&
        one.version !== own &&
        (one.status === "AVAILABLE" || one.status === "DEPRECATED") ? (
          <Link to={`/manage/plugins/${plugin.id}/${own ? "upgrade" : "install"}?version=${one.version}`}>
            {t("versions.preview")}
          </Link>
        ) : null,
    },
  ];
  return (
    <AsidePage aside={<Facts plugin={plugin} />}>
      <div className="sh-plugin-page">
        <Newest plugin={plugin} />
        <DataTable
          label={t("tabs.versions")}
          columns={columns}
          rows={open}
          rowKey={(one) => one.version}
          selectedKey={own ?? null}
          problem={problem && !data && <ProblemView problem={problem} onRetry={again} />}
          onRetry={again}
        />
        {hidden > 0 && (
          <p className="sh-quiet">
            {t("versions.retiredOnes", { count: hidden })}{" "}
            <button type="button" className="px-link sh-link-button" onClick={() => setAll(true)}>
              {t("versions.showThem")}
            </button>
          </p>
        )}
      </div>
    </AsidePage>
  );
}

/** What a version brings beside the one before it. */
function permissionChange(one: PluginVersion, all: readonly PluginVersion[], t: ReturnType<typeof useT>): string {
  const before = all
    .filter((other) => compareVersions(other.version, one.version) < 0)
    .sort((a, b) => compareVersions(b.version, a.version))[0];
  const keys = new Set((one.manifest.permissions ?? []).map(({ key }) => key));
  const old = new Set((before?.manifest.permissions ?? []).map(({ key }) => key));
  const added = [...keys].filter((key) => !old.has(key)).length;
  const gone = [...old].filter((key) => !keys.has(key)).length;
  if (!before || (added === 0 && gone === 0))
    return before ? t("versions.noChange") : t("versions.brings", { count: added });
  return [added > 0 && t("versions.adds", { count: added }), gone > 0 && t("versions.drops", { count: gone })]
    .filter(Boolean)
    .join(", ");
}
