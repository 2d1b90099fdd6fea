import { Card, Icon } from "@plexica/ui";
import { Minus, Plus } from "lucide-react";
import { useT } from "../../../i18n/useT";
import { change } from "../model/matrix";
import { lowered } from "../model/sentence";
import type { PermissionView, RoleView } from "../model/views";
import { useHeads } from "../useRights";
import type { Names } from "../useRights";

interface EffectsProps {
  role: RoleView | undefined;
  before: readonly string[];
  after: readonly string[];
  permissions: readonly PermissionView[];
  names: Names;
}

/** What a change would do, to how many people; nothing of it has been done yet. */
export function Effects({ role, before, after, permissions, names }: EffectsProps) {
  const t = useT("access");
  const heads = useHeads(role ? [role.name] : []);
  const people = role && heads.get(role.name);
  const { gained, lost } = change(before, after, permissions);
  if (gained.length === 0 && lost.length === 0) return null;
  return (
    <Card
      title={t("effects.title")}
      note={role && people ? t("effects.people", { count: people }) : t("effects.nobody")}
    >
      <ul className="sh-effects">
        {gained.map((one) => (
          <li key={one.key} data-change="gained">
            <Icon of={Plus} size={16} />
            {t("effects.gain", { what: lowered(names.permission(one)), source: names.source(one.source) })}
          </li>
        ))}
        {lost.map((one) => (
          <li key={one.key} data-change="lost">
            <Icon of={Minus} size={16} />
            {t("effects.lose", { what: lowered(names.permission(one)), source: names.source(one.source) })}
          </li>
        ))}
      </ul>
    </Card>
  );
}
