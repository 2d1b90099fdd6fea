import { useApi } from "@plexica/api-client";
import type { Page, User } from "@plexica/api-client";
import { Avatar, ButtonLink, ItemList, Key, KeyValueList, Link, SidePanel, SkeletonText } from "@plexica/ui";
import { useT } from "../../../i18n/useT";
import { fullName, useMe } from "../../../state/me";
import { addressOf } from "../explain/question";
import { grantOf, inOrder } from "../model/matrix";
import { whatWords } from "../model/sentence";
import type { PermissionView, RoleView } from "../model/views";
import { useHeads } from "../useRights";
import type { Names } from "../useRights";
import { useSpeech } from "../useSpeech";

interface PermissionPanelProps {
  permission: PermissionView;
  roles: readonly RoleView[];
  names: Names;
  keys: boolean;
  onClose(): void;
}

const FEW = 10;

/** Who has a permission: by which roles, and which people. */
export function PermissionPanel({ permission, roles, names, keys, onClose }: PermissionPanelProps) {
  const t = useT("access");
  const speech = useSpeech([permission], names);
  const granting = inOrder(roles).filter((role) => grantOf(role.permissions, permission.key));
  const heads = useHeads(granting.map(({ name }) => name));
  return (
    <SidePanel
      title={names.permission(permission)}
      description={permission.description ?? names.source(permission.source)}
      onClose={onClose}
      actions={<ButtonLink to={addressOf({ permission: permission.key })}>{t("permission.ask")}</ButtonLink>}
    >
      <div className="sh-panel-parts">
        <KeyValueList
          items={[
            { label: t("columns.source"), value: names.source(permission.source) },
            ...(keys ? [{ label: t("columns.key"), value: <Key>{permission.key}</Key> }] : []),
          ]}
        />
        <section>
          <h3>{t("who.roles")}</h3>
          {granting.length === 0 && <p className="sh-said">{t("who.nobody")}</p>}
          <ItemList
            label={t("who.roles")}
            items={granting.map((role) => {
              const grant = grantOf(role.permissions, permission.key);
              return {
                id: role.id,
                title: <Link to={`/manage/access/roles/${role.id}`}>{names.role(role.name)}</Link>,
                detail:
                  grant?.by === "pattern" ? t("matrix.with", { what: whatWords(speech, grant.pattern) }) : undefined,
                end: heads.has(role.name) && t("people", { count: heads.get(role.name) }),
              };
            })}
          />
        </section>
        {granting.map((role) => (
          <Holders key={role.id} role={role} permission={permission} names={names} />
        ))}
      </div>
    </SidePanel>
  );
}

function Holders({ role, permission, names }: { role: RoleView; permission: PermissionView; names: Names }) {
  const t = useT("access");
  const { can } = useMe();
  const asked = useApi<Page<User>>("/users", {
    query: { role: role.name, size: FEW },
    enabled: can("core:users:read"),
  });
  if (!can("core:users:read") || asked.data?.total === 0) return null;
  const name = names.role(role.name);
  return (
    <section>
      <h3>{t("who.by", { role: name })}</h3>
      {!asked.data && <SkeletonText lines={2} />}
      <ItemList
        label={t("who.by", { role: name })}
        items={(asked.data?.items ?? []).map((user) => ({
          id: user.id,
          icon: <Avatar name={fullName(user)} size={24} />,
          title: fullName(user),
          end: <Link to={addressOf({ user: user.id, permission: permission.key })}>{t("who.why")}</Link>,
        }))}
      />
      {asked.data && asked.data.total > FEW && (
        <p className="sh-said">{t("who.more", { count: asked.data.total - FEW })}</p>
      )}
    </section>
  );
}
