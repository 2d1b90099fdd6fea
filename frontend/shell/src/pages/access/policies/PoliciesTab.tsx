import {
  Badge,
  ButtonLink,
  DataTable,
  EmptyState,
  ProblemView,
  SearchField,
  StateBadge,
  Toolbar,
  useLocalTable,
} from "@plexica/ui";
import type { Column } from "@plexica/ui";
import { Scale } from "lucide-react";
import { useQueryState } from "../../../common/useQueryState";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { capital, policySentence } from "../model/sentence";
import type { PolicyView } from "../model/views";
import { useNames, usePermissions, usePolicies } from "../useRights";
import { useSpeech } from "../useSpeech";

/** Each policy as a sentence, and whose it is. */
export function PoliciesTab() {
  const t = useT("access");
  const format = useFormat();
  const { can } = useMe();
  const { data, problem, again } = usePolicies();
  const names = useNames();
  const permissions = usePermissions(can("core:roles:read"));
  const speech = useSpeech(permissions.data ?? [], names);
  const [q, setQ] = useQueryState("q");
  const text = q.toLowerCase();
  const sentence = (policy: PolicyView): string => capital(policySentence(speech, policy));
  const rows = data?.filter((one) => `${one.name} ${one.permission} ${sentence(one)}`.toLowerCase().includes(text));
  const columns: Column<PolicyView>[] = [
    {
      id: "name",
      header: t("columns.policy"),
      sortable: true,
      sortValue: (one) => one.name,
      cell: (one) => (
        <span className="sh-policy">
          {one.name}
          <small>{sentence(one)}</small>
        </span>
      ),
    },
    {
      id: "effect",
      header: t("columns.effect"),
      sortable: true,
      sortValue: (one) => one.effect,
      cell: (one) => <StateBadge tone={one.effect === "DENY" ? "bad" : "good"}>{t(`effect.${one.effect}`)}</StateBadge>,
    },
    {
      id: "source",
      header: t("columns.by"),
      cell: (one) => <Badge>{one.plugin ? names.source(one.plugin) : t(`source.${one.source}`)}</Badge>,
    },
    {
      id: "updated",
      header: t("columns.changed"),
      sortable: true,
      sortValue: (one) => one.updatedAt,
      cell: (one) => <span className="sh-nowrap">{format.date(one.updatedAt)}</span>,
    },
  ];
  const table = useLocalTable(rows, columns, { pageSize: 25, sort: { column: "name", direction: "ascending" } });
  return (
    <>
      <Toolbar>
        <SearchField label={t("searchPolicies")} value={q} onChange={setQ} />
      </Toolbar>
      <DataTable
        label={t("tabs.policies")}
        columns={columns}
        {...table}
        rowKey={(one) => one.id}
        rowHref={(one) => `/manage/access/policies/${one.id}`}
        problem={problem && !data && <ProblemView problem={problem} onRetry={again} />}
        onRetry={again}
        empty={
          <EmptyState
            icon={Scale}
            title={q ? t("nothingFor", { text: q }) : t("policies.none")}
            text={q ? undefined : t("policies.noneText")}
            action={
              !q &&
              can("core:policies:write") && (
                <ButtonLink variant="primary" to="/manage/access/policies/new">
                  {t("new.policies")}
                </ButtonLink>
              )
            }
          />
        }
      />
    </>
  );
}
