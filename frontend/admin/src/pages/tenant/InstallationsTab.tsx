import { useApi, useInvalidate, usePlatform, type Installation } from "@plexica/api-client";
import { Button, DataTable, EmptyState, NameCell, useLocalTable, useUndo, type Column } from "@plexica/ui";
import { Package } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Page, Tenant } from "../../api/types";
import { InstallationBadge } from "../../common/badges";
import { ConfirmDialog } from "../../common/ConfirmDialog";
import { Tile } from "../../common/tiles";
import { Trouble } from "../../common/Trouble";
import { useFormat } from "../../common/useFormat";
import { wordsOf } from "../../common/useWork";

/** The plugins of a tenant. */
export function InstallationsTab({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation("tenants");
  const asked = useApi<Page<Installation>>(`/tenants/${tenant.slug}/plugins`, { query: { size: 200 } });
  const [disabling, setDisabling] = useState<Installation | null>(null);
  const actions = useInstallationActions(tenant);
  const columns = useColumns();
  const here = useMemo(() => asked.data?.items.filter(({ status }) => status !== "UNINSTALLED"), [asked.data]);
  const table = useLocalTable(here, columns);
  const removed = (asked.data?.items.length ?? 0) - (here?.length ?? 0);
  return (
    <div className="ad-stack">
      <DataTable<Installation>
        {...table}
        label={t("tab.plugins")}
        columns={columns}
        rowKey={(row) => row.plugin}
        rowHref={(row) => `/registry/${row.plugin}`}
        rowActions={(row) =>
          row.status === "INSTALLED" ? (
            <Button size="small" variant="quiet" onClick={() => setDisabling(row)}>
              {t("installed.disable")}
            </Button>
          ) : row.status === "DISABLED" ? (
            <Button size="small" onClick={() => void actions.enable(row.plugin)}>
              {t("installed.enable")}
            </Button>
          ) : null
        }
        problem={asked.problem && !asked.data && <Trouble problem={asked.problem} onRetry={asked.again} />}
        empty={<EmptyState icon={Package} title={t("installed.empty")} text={t("installed.emptyText")} />}
      />
      {removed > 0 && <p className="ad-quiet">{t("installed.removed", { count: removed })}</p>}
      {disabling && (
        <ConfirmDialog
          title={t("installed.disableTitle", { plugin: disabling.plugin, name: tenant.name })}
          submit={t("installed.disableSubmit", { plugin: disabling.plugin })}
          danger
          onClose={() => setDisabling(null)}
          onConfirm={() => actions.disable(disabling.plugin)}
        >
          <p>{t("installed.disableText")}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}

function useColumns(): Column<Installation>[] {
  const { t } = useTranslation("tenants");
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "plugin",
        header: t("installed.plugin"),
        sortable: true,
        sortValue: (row) => row.plugin,
        cell: (row) => (
          <NameCell name={row.plugin} below={row.warnings[0]} icon={<Tile name={row.plugin} id={row.plugin} />} />
        ),
      },
      { id: "version", header: t("installed.version"), sortable: true, cell: (row) => row.version },
      {
        id: "status",
        header: t("installed.status"),
        sortable: true,
        sortValue: (row) => row.status,
        cell: (row) => <InstallationBadge installation={row} />,
      },
      {
        id: "since",
        header: t("installed.since"),
        sortable: true,
        sortValue: (row) => row.installedAt,
        cell: (row) => (row.installedAt ? format.date(row.installedAt) : "–"),
      },
      { id: "by", header: t("installed.by"), hideOnPhone: true, cell: (row) => row.installedBy?.email ?? "–" },
    ],
    [t, format],
  );
}

function useInstallationActions(tenant: Tenant) {
  const { t } = useTranslation("tenants");
  const { api } = usePlatform();
  const invalidate = useInvalidate();
  const offer = useUndo();
  const { slug, name } = tenant;
  const turn = async (plugin: string, action: "enable" | "disable") => {
    await api.post(`/tenants/${slug}/plugins/${plugin}/${action}`);
    await invalidate(`/tenants/${slug}`);
  };
  const safely = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      offer({ text: wordsOf(error), tone: "bad" });
    }
  };
  const enable = (plugin: string) =>
    safely(async () => {
      await turn(plugin, "enable");
      offer({ text: t("installed.enabled", { plugin, name }), undo: () => safely(() => turn(plugin, "disable")) });
    });
  const disable = async (plugin: string) => {
    await turn(plugin, "disable");
    offer({ text: t("installed.disabled", { plugin, name }), undo: () => safely(() => turn(plugin, "enable")) });
  };
  return { enable, disable };
}
