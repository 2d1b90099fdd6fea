import { useApi } from "@plexica/api-client";
import {
  Avatar,
  Button,
  DataTable,
  EmptyState,
  IconTile,
  NameCell,
  PageHead,
  SplitPage,
  StateBadge,
  Switch,
  type Column,
} from "@plexica/ui";
import { usePageTitle } from "@plexica/ui/frame";
import { LogIn, ScrollText } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AuditEntry, Page } from "../../api/types";
import { Trouble } from "../../common/Trouble";
import { useFormat } from "../../common/useFormat";
import { actorOf, isFailedSignIn, type Known } from "../../logic/actor";
import { useList } from "../../state/useList";
import { AuditFilters, FILTERS } from "./AuditFilters";
import { AuditPanel } from "./AuditPanel";
import { useNames } from "./useNames";
import { wordsOf } from "./words";

const SIZE = 25;

/** Who did what? */
export function AuditPage() {
  const { t } = useTranslation("audit");
  usePageTitle([t("title")]);
  const list = useList(FILTERS, "-at");
  const { tenant, user, action, resource, from, to } = list.filters;
  const query = { page: list.page, size: SIZE, sort: list.sort, q: list.q, tenant, user, action, resource };
  const asked = useApi<Page<AuditEntry>>("/audit-log", {
    query: { ...query, from: moment(from), to: moment(to, 1) },
    keepPrevious: true,
  });
  const [open, setOpen] = useState<string | null>(null);
  const known = useNames(asked.data?.items ?? [], tenant ?? "");
  const [keys, setKeys] = useState(false);
  const columns = useColumns(known, keys);
  const chosen = asked.data?.items.find(({ id }) => id === open);
  const isWrong = asked.problem?.code === "validation-failed";
  return (
    <SplitPage panel={chosen && <AuditPanel entry={chosen} known={known} onClose={() => setOpen(null)} />}>
      <PageHead
        title={t("title")}
        description={tenant ? t("intro.tenant", { tenant }) : t("intro.platform")}
        actions={<Switch label={t("showKeys")} checked={keys} onChange={setKeys} />}
      />
      <AuditFilters list={list} errors={isWrong ? asked.problem!.errors : []} />
      <DataTable<AuditEntry>
        label={t("title")}
        columns={columns}
        rows={isWrong ? [] : asked.data?.items}
        rowKey={(row) => row.id}
        onOpen={(row) => setOpen(row.id === open ? null : row.id)}
        selectedKey={open}
        sort={list.order}
        onSort={list.onSort}
        density="medium"
        problem={asked.problem && !isWrong && !asked.data && <Trouble problem={asked.problem} onRetry={asked.again} />}
        onRetry={asked.again}
        skeletonRows={10}
        empty={
          <EmptyState
            icon={ScrollText}
            title={t("empty")}
            text={t("emptyText")}
            action={list.isFiltered && <Button onClick={list.clear}>{t("common:action.clear")}</Button>}
          />
        }
        pagination={asked.data && list.pagination(SIZE, asked.data.items.length, asked.data.total)}
      />
    </SplitPage>
  );
}

/** The first moment of a day where the browser is, or of the day after. */
function moment(day: string | undefined, later = 0): string | undefined {
  if (!day) {
    return undefined;
  }
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + later);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function useColumns(known: Known, keys: boolean): Column<AuditEntry>[] {
  const { t } = useTranslation("audit");
  const translate = useTranslation().t;
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "who",
        header: t("column.who"),
        cell: (row) => {
          const { who } = wordsOf(row, translate);
          const note = [
            actorOf(row) && row.actor?.superAdmin ? t("superAdmin") : undefined,
            row.plugin && t("byPlugin", { plugin: row.plugin }),
          ];
          return (
            <NameCell
              name={who}
              below={note.filter(Boolean).join(" · ")}
              icon={isFailedSignIn(row) ? <IconTile icon={LogIn} size={28} /> : <Avatar name={who} size={24} />}
            />
          );
        },
      },
      {
        id: "action",
        header: t("column.action"),
        sortable: true,
        cell: (row) => (
          <span className="ad-inline">
            <span className="ad-cell">
              {wordsOf(row, translate).done}
              {keys && (
                <small>
                  <code>{row.action}</code>
                </small>
              )}
            </span>
            {row.outcome === "FAILURE" && <StateBadge tone="bad">{t("failed")}</StateBadge>}
          </span>
        ),
      },
      {
        id: "resource",
        header: t("column.resource"),
        cell: (row) => (
          <span className="ad-cell">
            <span className="ad-clip">{wordsOf(row, translate, known).what}</span>
            <small>{row.resourceType}</small>
          </span>
        ),
      },
      {
        id: "at",
        header: t("column.at"),
        sortable: true,
        cell: (row) => <span className="ad-quiet">{format.dateTime(row.at)}</span>,
      },
    ],
    [t, translate, format, known, keys],
  );
}
