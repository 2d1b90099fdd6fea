import { covers } from "@plexica/api-client";
import { ActionBar, Banner, Button, ButtonLink, Card, SearchField, Stack, TextArea, TextField } from "@plexica/ui";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { Conflict } from "../../../common/Conflict";
import { LeaveGuard } from "../../../common/LeaveGuard";
import { fieldErrors } from "../../../common/fieldErrors";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import type { PermissionView, RoleView } from "../model/views";
import type { Names } from "../useRights";
import { DeleteRole } from "./DeleteRole";
import { draftOf, isSame, NEW } from "./draft";
import { Effects } from "./Effects";
import { PermissionBoxes } from "./PermissionBoxes";
import { useSaveRole } from "./useSaveRole";

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
  const [before, setBefore] = useState(role ? draftOf(role) : NEW);
  const [draft, setDraft] = useState(before);
  const [q, setQ] = useState("");
  const [deleting, setDeleting] = useState(false);
  const save = useSaveRole(role, etag, before);
  const isAdmin = role?.system === true && role.name === "admin";
  const lacks = before.permissions.some((key) => !me.permissions.some((held) => covers(held, key)));
  const reason = !can("core:roles:write") ? t("new.refused.roles") : lacks ? t("roleForm.mightier") : undefined;
  const unchanged = isSame(draft, before);
  const { byField, others } = fieldErrors(save.problem?.errors ?? [], ["name", "description"]);
  return (
    <form
      className="sh-form-page"
      onSubmit={(event) => {
        event.preventDefault();
        if (!reason && !unchanged && draft.name.trim()) void save.send(draft);
      }}
    >
      <LeaveGuard dirty={!reason && !unchanged && !save.busy && !deleting} />
      {reason && <Banner tone="neutral">{reason}</Banner>}
      {save.problem && !save.conflict && (
        <Banner tone="bad" urgent title={save.problem.detail}>
          {others.join(" ")} {save.problem.traceId && <code>{save.problem.traceId}</code>}
        </Banner>
      )}
      <fieldset className="sh-form-page" disabled={reason !== undefined}>
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
      </fieldset>
      {!unchanged && (
        <Effects role={role} before={before.permissions} after={draft.permissions} {...{ permissions, names }} />
      )}
      <div className="sh-foot">
        <ActionBar
          start={
            role &&
            !role.system && (
              <Button icon={Trash2} disabledReason={reason} onClick={() => setDeleting(true)}>
                {t("deleteRole.open")}
              </Button>
            )
          }
          note={unchanged ? undefined : t("nothingYet")}
        >
          <ButtonLink to="/manage/access">{t("cancel")}</ButtonLink>
          <Button
            type="submit"
            variant="primary"
            busy={save.busy}
            disabledReason={
              reason ?? (!draft.name.trim() ? t("roleForm.nameNeeded") : unchanged ? t("unchanged") : undefined)
            }
          >
            {t(role ? "roleForm.save" : "roleForm.create")}
          </Button>
        </ActionBar>
      </div>
      {deleting && role && <DeleteRole role={role} etag={etag} names={names} onClose={() => setDeleting(false)} />}
      {save.conflict && (
        <Conflict
          name={draft.name}
          theirs={draftOf(save.conflict.data)}
          mine={draft}
          busy={save.busy}
          onTheirs={() => {
            const theirs = save.conflict && draftOf(save.conflict.data);
            save.settle();
            if (theirs) (setBefore(theirs), setDraft(theirs));
          }}
          onMine={() => void save.send(draft, save.conflict?.etag)}
          onClose={save.settle}
        />
      )}
    </form>
  );
}
