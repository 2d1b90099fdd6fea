import {
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  PageHead,
  SearchField,
  Select,
  SplitPage,
  Toolbar,
  useHotkey,
} from "@plexica/ui";
import { usePageTitle } from "@plexica/ui/frame";
import { Building2, Plus } from "lucide-react";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { usePlanNames } from "../../api/plans";
import { useTenants } from "../../api/tenants";
import { Trouble } from "../../common/Trouble";
import { usePlanName } from "../../common/usePlanName";
import { useCreations } from "../../state/creations";
import { useList, type List } from "../../state/useList";
import { useColumns } from "./columns";
import { CreationPanel } from "./CreationPanel";
import { rows, type Row } from "./rows";
import { Summary } from "./Summary";
import { TenantMenu } from "../tenant/TenantMenu";
import { CreationNews } from "./CreationNews";

const SIZE = 10;
const FILTERS = ["status", "plan"] as const;

/** In what state is each tenant? */
export function TenantsPage() {
  const { t } = useTranslation("tenants");
  usePageTitle([t("title")]);
  const navigate = useNavigate();
  const list = useList(FILTERS, "name");
  const asked = useTenants({ page: list.page, size: SIZE, sort: list.sort, q: list.q, ...list.filters });
  const creations = useCreations();
  const [search] = useSearchParams();
  const { change } = list;
  const openPanel = useCallback(
    (operation: string) => change({ creating: operation, page: list.page }),
    [change, list.page],
  );
  const columns = useColumns(openPanel);
  const shown = useMemo(() => {
    const withCreations = list.page === 0 && !list.isFiltered;
    return asked.data && rows(asked.data.items, withCreations ? creations : []);
  }, [asked.data, creations, list.page, list.isFiltered]);
  const open = creations.find((one) => one.operation === search.get("creating"));
  useHotkey("n", () => void navigate("/tenants/new"));
  return (
    <SplitPage
      panel={open && <CreationPanel creation={open} onClose={() => change({ creating: null, page: list.page })} />}
    >
      <CreationNews />
      <PageHead
        title={t("title")}
        description={<Summary />}
        actions={<ButtonLink to="/transfer/import">{t("import")}</ButtonLink>}
        primary={
          <ButtonLink to="/tenants/new" variant="primary" icon={Plus}>
            {t("new")}
          </ButtonLink>
        }
      />
      <Filters list={list} isNarrow={open !== undefined} />
      <DataTable<Row>
        label={t("title")}
        columns={columns}
        rows={shown}
        rowKey={(row) => row.id}
        rowHref={(row) => (row.kind === "tenant" ? `/tenants/${row.tenant.slug}` : `?creating=${row.id}`)}
        selectedKey={open?.operation}
        sort={list.order}
        onSort={list.onSort}
        rowActions={(row) => row.kind === "tenant" && <TenantMenu tenant={row.tenant} />}
        problem={asked.problem && !asked.data && <Trouble problem={asked.problem} onRetry={asked.again} />}
        onRetry={asked.again}
        skeletonRows={SIZE}
        empty={<Empty list={list} />}
        pagination={asked.data && list.pagination(SIZE, asked.data.items.length, asked.data.total)}
      />
    </SplitPage>
  );
}

function Filters({ list, isNarrow }: { list: List; isNarrow: boolean }) {
  const { t } = useTranslation("tenants");
  const plans = usePlanNames(list.filters.plan);
  const planName = usePlanName();
  const statuses = ["ACTIVE", "SUSPENDED", "PROVISIONING", "PENDING_DELETION"];
  return (
    <Toolbar end={!isNarrow && t("progressFirst")}>
      <SearchField label={t("filter")} value={list.q} delay={250} onChange={(q) => list.change({ q })} />
      <Select
        label={t("column.status")}
        hideLabel
        value={list.filters.status ?? ""}
        placeholder={t("common:list.anyStatus")}
        options={statuses.map((value) => ({ value, label: t(`common:tenantStatus.${value}`) }))}
        onChange={(status) => list.change({ status })}
      />
      <Select
        label={t("column.plan")}
        hideLabel
        value={list.filters.plan ?? ""}
        placeholder={t("common:list.anyPlan")}
        options={plans.map((value) => ({ value, label: planName(value) }))}
        onChange={(plan) => list.change({ plan })}
      />
    </Toolbar>
  );
}

function Empty({ list }: { list: List }) {
  const { t } = useTranslation("tenants");
  if (list.isFiltered) {
    return (
      <EmptyState
        title={list.q ? t("common:list.nothingFor", { q: list.q }) : t("common:list.nothing")}
        action={<Button onClick={list.clear}>{t("common:action.clear")}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={Building2}
      title={t("empty")}
      text={t("emptyText")}
      action={
        <>
          <ButtonLink to="/tenants/new" variant="primary" icon={Plus}>
            {t("new")}
          </ButtonLink>{" "}
          <ButtonLink to="/transfer/import">{t("import")}</ButtonLink>
        </>
      }
    />
  );
}
