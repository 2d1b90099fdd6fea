import {
  Button,
  Card,
  DataTable,
  EmptyState,
  NameCell,
  TextField,
  Avatar,
  useLocalTable,
  useUndo,
  type Column,
} from "@plexica/ui";
import { UserPlus, Users } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useInvalidate } from "@plexica/api-client";
import { inTenant, useCountInTenant, useInTenant, useTenantApi } from "../../api/inTenant";
import type { Page, Person, Tenant } from "../../api/types";
import { PersonBadge } from "../../common/badges";
import { FormDialog } from "../../common/FormDialog";
import { Trouble } from "../../common/Trouble";
import { useFormat } from "../../common/useFormat";
import { useWork } from "../../common/useWork";
import { personName } from "../../logic/person";
import { sorted } from "../../logic/pointers";

/** Who runs a tenant. */
export function PeopleTab({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation("tenants");
  const asked = useInTenant<Page<Person>>(tenant.slug, "/users", { query: { role: "admin", size: 200 } });
  const all = useCountInTenant(tenant.slug, "/users");
  const [inviting, setInviting] = useState(false);
  const columns = useColumns();
  const table = useLocalTable(asked.data?.items, columns);
  const invite = (
    <Button size="small" icon={UserPlus} onClick={() => setInviting(true)}>
      {t("people.invite")}
    </Button>
  );
  return (
    <Card
      title={t("people.admins")}
      note={all === undefined ? undefined : t("people.all", { count: all })}
      actions={invite}
      flush
    >
      <DataTable<Person>
        {...table}
        bare
        label={t("people.admins")}
        columns={columns}
        rowKey={(row) => row.id}
        problem={asked.problem && !asked.data && <Trouble problem={asked.problem} onRetry={asked.again} />}
        empty={<EmptyState icon={Users} title={t("people.empty")} text={t("people.emptyText")} action={invite} />}
        skeletonRows={2}
      />
      {inviting && <InviteDialog tenant={tenant} onClose={() => setInviting(false)} />}
    </Card>
  );
}

function useColumns(): Column<Person>[] {
  const { t } = useTranslation("tenants");
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "name",
        header: t("people.name"),
        sortable: true,
        sortValue: personName,
        cell: (row) => <NameCell name={personName(row)} below={row.email} icon={<Avatar name={personName(row)} />} />,
      },
      { id: "status", header: t("people.status"), cell: (row) => <PersonBadge person={row} /> },
      {
        id: "seen",
        header: t("people.seen"),
        sortable: true,
        sortValue: (row) => row.lastSeenAt,
        cell: (row) => (row.lastSeenAt ? format.ago(row.lastSeenAt) : t("common:time.never")),
      },
    ],
    [t, format],
  );
}

function InviteDialog({ tenant, onClose }: { tenant: Tenant; onClose: () => void }) {
  const { t } = useTranslation("tenants");
  const api = useTenantApi(tenant.slug);
  const invalidate = useInvalidate();
  const offer = useUndo();
  const work = useWork();
  const [email, setEmail] = useState("");
  const told = sorted(work.problem?.errors ?? [], { email: "/email" });
  const submit = async () => {
    const sent = await work.run(async () => {
      await api.post("/users/invite", { email: email.trim(), roles: ["admin"] });
      await invalidate(inTenant(tenant.slug));
    });
    if (sent) {
      offer({ text: t("people.invited", { email: email.trim() }) });
      onClose();
    }
  };
  return (
    <FormDialog
      title={t("people.inviteTitle", { name: tenant.name })}
      description={t("people.inviteText", { name: tenant.name })}
      submit={t("people.inviteSubmit")}
      work={work}
      isTold={told.fields.email !== undefined}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <TextField
        label={t("form.email")}
        type="email"
        value={email}
        onChange={setEmail}
        error={told.fields.email}
        autoFocus
      />
    </FormDialog>
  );
}
