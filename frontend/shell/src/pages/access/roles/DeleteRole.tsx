import { useT } from "../../../i18n/useT";
import { DeleteDialog } from "../form/DeleteDialog";
import type { RoleView } from "../model/views";
import { useHeads } from "../useRights";
import type { Names } from "../useRights";
import { ROLES } from "./draft";

interface DeleteRoleProps {
  role: RoleView;
  etag: string | null;
  names: Names;
  onClose(): void;
}

/** Says whom it touches. A role that is held stays: its holders are named. */
export function DeleteRole({ role, names, ...rest }: DeleteRoleProps) {
  const t = useT("access");
  const people = useHeads([role.name]).get(role.name);
  const name = names.role(role.name);
  const held = people ? t("deleteRole.held", { count: people }) : undefined;
  return (
    <DeleteDialog
      kind={ROLES}
      one={role}
      title={t("deleteRole.title", { name })}
      text={held ?? t("deleteRole.text")}
      confirm={t("deleteRole.confirm", { name })}
      done={t("deleteRole.done", { name })}
      reason={held}
      {...rest}
    />
  );
}
