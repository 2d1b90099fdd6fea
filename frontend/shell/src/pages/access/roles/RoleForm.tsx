import { covers } from "@plexica/api-client";
import { Card, SearchField, Stack, TextArea, TextField } from "@plexica/ui";
import { useState } from "react";
import { fieldErrors } from "../../../common/fieldErrors";
import { useDraft } from "../../../common/useDraft";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { RightsForm } from "../form/RightsForm";
import { useSave } from "../form/useSave";
import type { PermissionView, RoleView } from "../model/views";
import type { Names } from "../useRights";
import { DeleteRole } from "./DeleteRole";
import { draftOf, isSame, NEW, ROLES } from "./draft";
import { Effects } from "./Effects";
import { PermissionBoxes } from "./PermissionBoxes";

interface RoleFormProps {
  role: RoleView | undefined;
  etag: string | null;
  permissions: readonly PermissionView[];
  names: Names;
}

/** Name, purpose and permissions of a role; says whom a change touches before it is made. */
export function RoleForm({ role, etag, permissions, names }: RoleFormProps) {
  const t = useT("access");
  const { can, me } = useMe();
  const typed = useDraft(role ? draftOf(role) : NEW, etag, isSame);
  const { value: draft, set: setDraft, base: before } = typed;
  const [q, setQ] = useState("");
  const [deleting, setDeleting] = useState(false);
  const save = useSave(ROLES, role, typed.etag, before);
  const isAdmin = role?.system === true && role.name === "admin";
  const lacks = before.permissions.some((key) => !me.permissions.some((held) => covers(held, key)));
  const reason = !can("core:roles:write") ? t("new.refused.roles") : lacks ? t("roleForm.mightier") : undefined;
  const unchanged = !typed.dirty;
  const missing = !draft.name.trim() ? t("roleForm.nameNeeded") : unchanged ? t("unchanged") : undefined;
  const { byField, others } = fieldErrors(save.problem?.errors ?? [], ["name", "description"]);
  return (
    <RightsForm
      kind={ROLES}
      {...{ save, draft, reason, missing, unchanged, others }}
      submit={t(role ? "roleForm.save" : "roleForm.create")}
      removal={
        role && !role.system
          ? { label: t("deleteRole.open"), open: deleting, onOpen: () => setDeleting(true) }
          : undefined
      }
      onTheirs={typed.keep}
      foot={
        <>
          {!unchanged && (
            <Effects role={role} before={before.permissions} after={draft.permissions} {...{ permissions, names }} />
          )}
          {deleting && role && <DeleteRole role={role} etag={etag} names={names} onClose={() => setDeleting(false)} />}
        </>
      }
    >
      <Card title={t("roleForm.about")}>
        <Stack gap={16}>
          {role?.system ? (
            <p className="sh-said">{t("roleForm.nameFixed", { name: names.role(role.name) })}</p>
          ) : (
            <TextField
              label={t("roleForm.name")}
              value={draft.name}
              maxLength={100}
              error={byField.name}
              onChange={(name) => setDraft({ ...draft, name })}
            />
          )}
          <TextArea
            label={t("roleForm.purpose")}
            optional
            rows={2}
            value={draft.description}
            error={byField.description}
            onChange={(description) => setDraft({ ...draft, description })}
          />
        </Stack>
      </Card>
      <Card
        title={t("roleForm.may")}
        actions={!isAdmin && <SearchField label={t("searchPermissions")} value={q} onChange={setQ} />}
      >
        {isAdmin && draft.permissions.includes("*") ? (
          <p>{t("roleForm.everything")}</p>
        ) : (
          <PermissionBoxes
            value={draft.permissions}
            onChange={(keys) => setDraft({ ...draft, permissions: keys })}
            {...{ permissions, names, q }}
          />
        )}
      </Card>
    </RightsForm>
  );
}
