import { useApi } from "@plexica/api-client";
import {
  Button,
  DataTable,
  EmptyState,
  PageHead,
  SplitPage,
  TextField,
  Toolbar,
  useUndo,
  type Column,
} from "@plexica/ui";
import { usePageTitle } from "@plexica/ui/frame";
import { MailCheck, RotateCcw } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeadLetter, Page } from "../../api/types";
import { Trouble } from "../../common/Trouble";
import { useFormat } from "../../common/useFormat";
import { wordsOf } from "../../common/useWork";
import { useList, type List } from "../../state/useList";
import { LetterPanel } from "./LetterPanel";
import { ReplayAll } from "./ReplayAll";
import { useReplay } from "./useReplay";

const SIZE = 25;
const FILTERS = ["tenant", "plugin", "event"] as const;

/** What could not be delivered? */
export function LettersPage() {
  const { t } = useTranslation("letters");
  usePageTitle([t("title")]);
  const list = useList(FILTERS, "-updatedAt");
  const query = { page: list.page, size: SIZE, sort: list.sort, ...list.filters };
  const asked = useApi<Page<DeadLetter>>("/events/dead-letters", { query, keepPrevious: true, every: 15_000 });
  const [open, setOpen] = useState<string | null>(null);
  const replay = useReplay();
  const offer = useUndo();
  const columns = useColumns();
  const chosen = asked.data?.items.find(({ id }) => id === open);
  const one = async (letter: DeadLetter) => {
    try {
      await replay(letter.id);
      offer({ text: t("replayed", { event: letter.event }) });
    } catch (error) {
      offer({ text: wordsOf(error), tone: "bad" });
    }
  };
  return (
    <SplitPage panel={chosen && <LetterPanel letter={chosen} onReplay={one} onClose={() => setOpen(null)} />}>
      <PageHead
        title={t("title")}
        description={t("intro")}
        primary={asked.data && <ReplayAll filters={list.filters} total={asked.data.total} />}
      />
      {(list.isFiltered || (asked.data?.total ?? 0) > 0) && <Filters list={list} />}
      <DataTable<DeadLetter>
        label={t("title")}
        columns={columns}
        rows={asked.data?.items}
        rowKey={(row) => row.id}
        onOpen={(row) => setOpen(row.id === open ? null : row.id)}
        selectedKey={open}
        sort={list.order}
        onSort={list.onSort}
        rowActions={(row) => (
          <Button size="small" icon={RotateCcw} onClick={() => void one(row)}>
            {t("replay")}
          </Button>
        )}
        problem={asked.problem && !asked.data && <Trouble problem={asked.problem} onRetry={asked.again} />}
        onRetry={asked.again}
        empty={
          list.isFiltered ? (
            <EmptyState
              title={t("common:list.nothing")}
              action={<Button onClick={list.clear}>{t("common:action.clear")}</Button>}
            />
          ) : (
            <EmptyState icon={MailCheck} title={t("empty")} text={t("emptyText")} />
          )
        }
        pagination={asked.data && list.pagination(SIZE, asked.data.items.length, asked.data.total)}
      />
    </SplitPage>
  );
}

function Filters({ list }: { list: List }) {
  const { t } = useTranslation("letters");
  const field = (name: (typeof FILTERS)[number], label: string) => (
    <TextField
      label={label}
      hideLabel
      placeholder={label}
      value={list.filters[name] ?? ""}
      onChange={(value) => list.change({ [name]: value })}
    />
  );
  return (
    <Toolbar>
      {field("event", t("filterEvent"))}
      {field("tenant", t("column.tenant"))}
      {field("plugin", t("column.plugin"))}
    </Toolbar>
  );
}

function useColumns(): Column<DeadLetter>[] {
  const { t } = useTranslation("letters");
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "event",
        header: t("column.event"),
        sortable: true,
        cell: (row) => <code>{row.event}</code>,
      },
      { id: "tenant", header: t("column.tenant"), cell: (row) => row.tenant },
      { id: "plugin", header: t("column.plugin"), sortable: true, cell: (row) => row.plugin },
      {
        id: "reason",
        header: t("column.reason"),
        width: "32%",
        cell: (row) => <span className="ad-clip">{row.reason ?? t("noReason")}</span>,
      },
      { id: "attempts", header: t("column.attempts"), numeric: true, cell: (row) => row.attempts },
      {
        id: "updatedAt",
        header: t("column.tried"),
        sortable: true,
        cell: (row) => <span className="ad-quiet">{format.ago(row.updatedAt)}</span>,
      },
    ],
    [t, format],
  );
}
