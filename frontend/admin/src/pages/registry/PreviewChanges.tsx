import { Card, KeyValueList, PermissionList, Switch } from "@plexica/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PublicationPreview } from "../../api/plugins.types";
import { useFormat } from "../../common/useFormat";

type Change = PublicationPreview["permissions"]["gained"][number];

/** What the version brings, beside the newest one before it. */
export function PreviewChanges({ preview }: { preview: PublicationPreview }) {
  const { t } = useTranslation("registry");
  const format = useFormat();
  const [showKeys, setShowKeys] = useState(false);
  const { gained, lost } = preview.permissions;
  const item = (change: "gained" | "lost") => (one: Change) => ({
    id: one.key,
    title: one.name,
    detail:
      change === "lost"
        ? undefined
        : one.roles.length > 0
          ? t("preview.roles", { roles: format.list(one.roles) })
          : t("preview.noRoles"),
    irreversible: one.irreversible,
    change,
  });
  const names = (all: string[] | undefined) => (all?.length ? all.join(", ") : t("preview.noMigrations"));
  return (
    <>
      {gained.length + lost.length === 0 ? (
        <Card>
          <p className="ad-quiet">{t("preview.noPermissions")}</p>
        </Card>
      ) : (
        <div className="ad-stack ad-stack--tight">
          <div className="ad-end">
            <Switch label={t("preview.showKeys")} checked={showKeys} onChange={setShowKeys} />
          </div>
          {gained.length > 0 && (
            <PermissionList title={t("preview.gained")} items={gained.map(item("gained"))} showKeys={showKeys} />
          )}
          {lost.length > 0 && (
            <PermissionList title={t("preview.lost")} items={lost.map(item("lost"))} showKeys={showKeys} />
          )}
        </div>
      )}
      <Card>
        <KeyValueList
          items={[
            { label: t("preview.migrations"), value: names(preview.migrations) },
            { label: t("preview.publishes"), value: names(preview.events.publishes) },
            { label: t("preview.subscribes"), value: names(preview.events.subscribes) },
            {
              label: t("preview.screens"),
              value: names(preview.contributions.map(({ point, label }) => (label ? `${label} (${point})` : point))),
            },
          ]}
        />
      </Card>
    </>
  );
}
