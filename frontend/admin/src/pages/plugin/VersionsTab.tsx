import type { Asked, PluginView } from "@plexica/api-client";
import { CodeBlock, DataTable, KeyValueList, SidePanel, SplitPage, useLocalTable, type Column } from "@plexica/ui";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStats } from "../../api/plugins";
import type { Version } from "../../api/plugins.types";
import type { Page } from "../../api/types";
import { VersionBadge } from "../../common/badges";
import { Trouble } from "../../common/Trouble";
import { useFormat } from "../../common/useFormat";
import { VersionMenu } from "./VersionMenu";

/** Every version, who is on it, and what can be done to it. */
export function VersionsTab({ plugin, asked }: { plugin: PluginView; asked: Asked<Page<Version>> }) {
  const { t } = useTranslation("registry");
  const stats = useStats(plugin.id);
  const [open, setOpen] = useState<string | null>(null);
  const users = (version: string) =>
    stats.data && (stats.data.versions.find((one) => one.version === version)?.tenants ?? 0);
  const columns = useColumns(users);
  const table = useLocalTable(asked.data?.items, columns);
  const chosen = asked.data?.items.find(({ version }) => version === open);
  return (
    <SplitPage panel={chosen && <Details version={chosen} onClose={() => setOpen(null)} />}>
      <DataTable<Version>
        {...table}
        label={t("tab.versions")}
        columns={columns}
        rowKey={(row) => row.version}
        onOpen={(row) => setOpen(row.version === open ? null : row.version)}
        selectedKey={open}
        rowActions={(row) => <VersionMenu version={row} users={users(row.version)} />}
        problem={asked.problem && !asked.data && <Trouble problem={asked.problem} onRetry={asked.again} />}
        onRetry={asked.again}
      />
    </SplitPage>
  );
}

function useColumns(users: (version: string) => number | undefined): Column<Version>[] {
  const { t } = useTranslation("registry");
  const format = useFormat();
  return useMemo(
    () => [
      { id: "version", header: t("version.version"), cell: (row) => row.version },
      {
        id: "published",
        header: t("version.published"),
        sortable: true,
        sortValue: (row) => row.publishedAt,
        cell: (row) => (
          <span className="ad-cell">
            {format.date(row.publishedAt)}
            {row.publishedBy && <small>{t("version.by", { who: row.publishedBy })}</small>}
          </span>
        ),
      },
      {
        id: "tenants",
        header: t("version.tenants"),
        numeric: true,
        sortable: true,
        sortValue: (row) => users(row.version),
        cell: (row) => {
          const count = users(row.version);
          return count === undefined ? "–" : format.number(count);
        },
      },
      {
        id: "state",
        header: t("version.state"),
        cell: (row) => (
          <span className="ad-cell">
            <VersionBadge version={row} />
            <Notes version={row} />
          </span>
        ),
      },
      {
        id: "size",
        header: t("version.size"),
        numeric: true,
        hideOnPhone: true,
        cell: (row) => <span className="ad-quiet">{format.bytes(row.size)}</span>,
      },
    ],
    [t, format, users],
  );
}

function Notes({ version }: { version: Version }) {
  const { t } = useTranslation("registry");
  const format = useFormat();
  const notes = [
    version.problem,
    version.status === "QUARANTINED" ? version.reason : undefined,
    version.endOfLife && t("version.ends", { date: format.date(version.endOfLife) }),
    version.replacement && t("version.instead", { replacement: version.replacement }),
  ].filter(Boolean);
  return notes.length > 0 && <small>{notes.join(" · ")}</small>;
}

function Details({ version, onClose }: { version: Version; onClose: () => void }) {
  const { t } = useTranslation("registry");
  const format = useFormat();
  return (
    <SidePanel title={`${version.id} ${version.version}`} onClose={onClose}>
      <div className="ad-stack">
        <KeyValueList
          items={[
            { label: t("version.published"), value: format.dateTime(version.publishedAt) },
            { label: t("version.source"), value: version.source },
            ...(version.signer ? [{ label: t("version.signed", { who: "" }).trim(), value: version.signer }] : []),
            { label: t("version.size"), value: format.bytes(version.size) },
            { label: t("version.state"), value: version.running ? t("version.runs") : t("version.idle") },
          ]}
        />
        <CodeBlock label={t("version.digest")} code={version.digest} />
        <CodeBlock label="plugin.json" code={JSON.stringify(version.manifest, null, 2)} />
      </div>
    </SidePanel>
  );
}
