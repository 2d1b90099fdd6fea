import { Badge, Icon, Key, Link, VisuallyHidden } from "@plexica/ui";
import { Asterisk, Check, Minus } from "lucide-react";
import { Fragment } from "react";
import { useT } from "../../../i18n/useT";
import { SourceIcon } from "../SourceIcon";
import { grantOf, grouped } from "../model/matrix";
import { whatWords } from "../model/sentence";
import type { Speech } from "../model/sentence";
import type { PermissionView, RoleView } from "../model/views";
import type { Names } from "../useRights";
import { useSpeech } from "../useSpeech";
import "./matrix.css";

interface MatrixProps {
  roles: readonly RoleView[];
  permissions: readonly PermissionView[];
  names: Names;
  heads: ReadonlyMap<string, number>;
  keys: boolean;
}

/** Permissions by plugin, and which role has each: by its own key, or with a pattern that covers more. */
export function Matrix({ roles, permissions, names, heads, keys }: MatrixProps) {
  const t = useT("access");
  const speech = useSpeech(permissions, names);
  const groups = grouped(permissions, names.source);
  return (
    <div className="sh-matrix" tabIndex={0} role="region" aria-label={t("matrix.label")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("matrix.may")}</th>
            {roles.map((role) => (
              <th key={role.id} scope="col">
                <Link to={`/manage/access/roles/${role.id}`} title={names.role(role.name)}>
                  {names.role(role.name)}
                </Link>
                <small>{heads.has(role.name) && t("people", { count: heads.get(role.name) })}</small>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ source, permissions: those }) => (
          <tbody key={source}>
            <tr className="sh-matrix__group">
              <th scope="rowgroup" colSpan={roles.length + 1}>
                <span>
                  <SourceIcon source={source} names={names} />
                  {names.source(source)}
                </span>
              </th>
            </tr>
            {those.map((one) => (
              <tr key={one.key}>
                <th scope="row">
                  {names.permission(one)} {one.irreversible && <Badge tone="warning">{t("irreversible")}</Badge>}
                  {one.description && <small>{one.description}</small>}
                  {keys && <Key>{one.key}</Key>}
                </th>
                {roles.map((role) => (
                  <Fragment key={role.id}>
                    <Cell role={role} permission={one} speech={speech} />
                  </Fragment>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <p className="sh-matrix__legend">
        <span>
          <Icon of={Check} size={16} /> {t("matrix.own")}
        </span>
        <span>
          <Icon of={Asterisk} size={16} /> {t("matrix.pattern")}
        </span>
      </p>
    </div>
  );
}

function Cell({ role, permission, speech }: { role: RoleView; permission: PermissionView; speech: Speech }) {
  const t = useT("access");
  const grant = grantOf(role.permissions, permission.key);
  if (!grant) {
    return (
      <td data-grant="none">
        <Icon of={Minus} size={16} />
        <VisuallyHidden>{t("matrix.not")}</VisuallyHidden>
      </td>
    );
  }
  const words = grant.by === "key" ? t("matrix.own") : t("matrix.with", { what: whatWords(speech, grant.pattern) });
  return (
    <td data-grant={grant.by} title={words}>
      <Icon of={grant.by === "key" ? Check : Asterisk} size={18} />
      <VisuallyHidden>{words}</VisuallyHidden>
    </td>
  );
}
