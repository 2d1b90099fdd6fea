import { useApi } from "@plexica/api-client";
import type { Page, User } from "@plexica/api-client";
import { Button, DataTable, EmptyState, SplitPage } from "@plexica/ui";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { SIZE, useListState } from "../../common/useListState";
import { usePanel } from "../../common/usePanel";
import { usePageTitle } from "../../frame/title";
import { useT } from "../../i18n/useT";
import { useMe } from "../../state/me";
import { PeopleHead } from "./common/PeopleHead";
import { Trouble } from "./common/Trouble";
import { PeopleFilters } from "./person/PeopleFilters";
import { InviteDialog } from "./person/InviteDialog";
import { PersonMenu } from "./person/PersonMenu";
import { PersonPanel } from "./person/PersonPanel";
import { usePersonColumns } from "./person/usePersonColumns";
import "../../common/form.css";
import "./people.css";

const USUAL = { q: "", status: "", role: "", sort: "lastName" };

/** Who is here, what they are, and when they were seen last. */
export default function PeoplePage() {
  const t = useT("people");
  const { can } = useMe();
  const list = useListState<"q" | "status" | "role">(USUAL);
  const [open, show] = usePanel("user");
  const [inviting, setInviting] = useState(false);
  usePageTitle([t("title")]);
  const { q, status, role, sort } = list.values;
  const { data, problem, again } = useApi<Page<User>>("/users", {
    query: { q, status, role, sort, page: list.page, size: SIZE },
    keepPrevious: true,
  });
  const columns = usePersonColumns();
  const mayInvite = can("core:users:write");
  const invite = mayInvite && (
    <Button variant="primary" icon={UserPlus} onClick={() => setInviting(true)}>
      {t("invite.open")}
    </Button>
  );
  const alone = data?.total === 1 && !list.narrowed;
  return (
    <SplitPage panel={open && <PersonPanel key={open} id={open} onClose={() => show(null)} />}>
      <PeopleHead tab="people" primary={invite} />
      <PeopleFilters list={list} />
      <DataTable
        label={t("tabs.people")}
        columns={columns}
        rows={data?.items}
        rowKey={(user) => user.id}
        onOpen={(user) => show(user.id)}
        selectedKey={open}
        sort={list.sort}
        onSort={list.onSort}
        rowActions={mayInvite ? (user) => <PersonMenu user={user} onGone={() => show(null)} /> : undefined}
        problem={problem && !data && <Trouble problem={problem} what={t("title")} onRetry={again} />}
        onRetry={again}
        pagination={data && list.pagination(data.items.length, data.total)}
        empty={
          <EmptyState
            title={q ? t("nothingFor", { q }) : t("nothing")}
            action={<Button onClick={list.clear}>{t("clear")}</Button>}
          />
        }
      />
      {alone && <EmptyState icon={UserPlus} title={t("alone")} text={t("aloneText")} action={invite} />}
      {inviting && (
        <InviteDialog
          onClose={() => setInviting(false)}
          onDone={(user) => {
            setInviting(false);
            show(user.id);
          }}
        />
      )}
    </SplitPage>
  );
}
