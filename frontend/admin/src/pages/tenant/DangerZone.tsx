import { Problem, useInvalidate, useOperation } from "@plexica/api-client";
import { Button, Card, ConfirmByTyping, ProgressBar, useUndo } from "@plexica/ui";
import { useEffect, useState } from "react";
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
  const { name, slug } = tenant;
  const { deleteForEver } = useTenantActions();
  const work = useWork();
  const [begun, setBegun] = useState<string | null>(null);
  const { operation } = useOperation(begun);
  const failure = operation?.status === "FAILED" ? operation.problem : null;
  useLeaveWhenGone(operation?.status === "SUCCEEDED", name);
  if (begun && !failure) {
    return (
      <ProgressBar
        label={t("purge.running", { name })}
        value={operation?.progress}
        note={operation?.message ?? ""}
        announced
      />
    );
  }
  return (
    <div className="ad-stack">
      <ConfirmByTyping
        word={slug}
        action={t("purge.submit", { name })}
        busy={work.busy}
        onConfirm={() => void work.run(async () => setBegun((await deleteForEver(slug)).id))}
      >
        <p>{t("purge.text")}</p>
        <Destroyed slug={slug} />
      </ConfirmByTyping>
      <div>
        <Button variant="quiet" onClick={onCancel}>
          {t("common:action.cancel")}
        </Button>
      </div>
      {work.problem && <Trouble problem={work.problem} />}
      {failure && <Trouble problem={new Problem(0, failure)} title={t("purge.failed", { name })} />}
    </div>
  );
}

function useLeaveWhenGone(isGone: boolean, name: string): void {
  const { t } = useTranslation("tenants");
  const navigate = useNavigate();
  const invalidate = useInvalidate();
  const offer = useUndo();
  useEffect(() => {
    if (isGone) {
      offer({ text: t("purge.done", { name }) });
      void navigate("/tenants");
      void invalidate("/tenants", "/metrics");
    }
  }, [isGone, name, t, navigate, invalidate, offer]);
}
