import { Button, Card, ConfirmByTyping } from "@plexica/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useTenantActions } from "../../api/tenants";
import type { Tenant } from "../../api/types";
import { Trouble } from "../../common/Trouble";
import { useWork } from "../../common/useWork";
import { Destroyed } from "./Destroyed";
import { DeleteDialog } from "./dialogs";

/** Where a tenant ends: softly, or for ever. */
export function DangerZone({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation("tenants");
  const [open, setOpen] = useState<"soft" | "hard" | null>(null);
  const mayDelete = tenant.status === "ACTIVE" || tenant.status === "SUSPENDED";
  if (tenant.status === "PROVISIONING") {
    return null;
  }
  return (
    <Card title={t("danger")}>
      {open === "hard" ? (
        <Purge tenant={tenant} onCancel={() => setOpen(null)} />
      ) : (
        <div className="ad-stack">
          <p className="ad-quiet">{t("dangerText")}</p>
          <div className="ad-inline">
            {mayDelete && <Button onClick={() => setOpen("soft")}>{t("delete.action")}</Button>}
            <Button variant="quiet" onClick={() => setOpen("hard")}>
              {t("purge.action")}
            </Button>
          </div>
        </div>
      )}
      {open === "soft" && <DeleteDialog tenant={tenant} onClose={() => setOpen(null)} />}
    </Card>
  );
}

function Purge({ tenant, onCancel }: { tenant: Tenant; onCancel: () => void }) {
  const { t } = useTranslation("tenants");
  const navigate = useNavigate();
  const { name, slug } = tenant;
  const { deleteForEver } = useTenantActions();
  const work = useWork();
  const begin = () =>
    work.run(async () => {
      const { id } = await deleteForEver(slug);
      void navigate(`/tenants/${slug}?deleting=${id}`, { state: { name } });
    });
  return (
    <div className="ad-stack">
      <ConfirmByTyping word={slug} action={t("purge.submit", { name })} busy={work.busy} onConfirm={() => void begin()}>
        <p>{t("purge.text")}</p>
        <Destroyed slug={slug} />
      </ConfirmByTyping>
      <div>
        <Button variant="quiet" onClick={onCancel}>
          {t("common:action.cancel")}
        </Button>
      </div>
      {work.problem && <Trouble problem={work.problem} />}
    </div>
  );
}
