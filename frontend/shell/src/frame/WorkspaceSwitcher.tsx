import { usePlatform } from "@plexica/api-client";
import { Icon, Menu } from "@plexica/ui";
import { ChevronDown, ChevronsUpDown } from "lucide-react";
import { leaving } from "../common/unsaved";
import { useT } from "../i18n/useT";
import { useMe } from "../state/me";
import { TenantMark } from "./TenantMark";

/** The tenant, and the workspace that one works in. */
export function WorkspaceSwitcher({ compact = false }: { compact?: boolean }) {
  const t = useT();
  const { workspace: choice } = usePlatform();
  const { me, tenant, workspace, can } = useMe();
  const choose = (id: string): void => {
    // What is shown may still be the one before: the choice is known at once.
    if (id !== (choice.current() ?? workspace?.id)) leaving(() => choice.choose(id));
  };
  const items = [
    ...me.workspaces.map((one) => ({
      id: one.id,
      label: one.name,
      note: one.role ? t(`workspace.role.${one.role}`) : undefined,
      checked: one.id === workspace?.id,
      onSelect: () => choose(one.id),
    })),
    ...(can("core:workspaces:write")
      ? ["line" as const, { id: "manage", label: t("workspace.manage"), to: "/manage/people/workspaces" }]
      : []),
  ];
  return (
    <div className={compact ? "sh-switch sh-switch--compact" : "sh-switch"}>
      <Menu
        label={t("workspace.switch", { tenant: tenant.name, workspace: workspace?.name ?? "" })}
        align="start"
        items={items}
        trigger={
          <span className="sh-switch__face">
            <TenantMark />
            <span className="sh-switch__words">
              <span className="sh-switch__tenant" dir="auto">
                {tenant.name}
              </span>{" "}
              <span className="sh-switch__workspace">
                {workspace?.name}
                {compact && <Icon of={ChevronDown} size={14} />}
              </span>
            </span>
            {!compact && <Icon of={ChevronsUpDown} size={16} />}
          </span>
        }
      />
    </div>
  );
}
