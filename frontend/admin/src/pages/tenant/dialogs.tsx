import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCountInTenant } from "../../api/inTenant";
import type { Tenant } from "../../api/types";
import { ConfirmDialog } from "../../common/ConfirmDialog";
import { PlanField } from "../../common/PlanField";
import { usePlanName } from "../../common/usePlanName";
import { Destroyed } from "./Destroyed";
import { useTenantUndo } from "./useTenantUndo";

interface TenantDialogProps {
  tenant: Tenant;
  onClose: () => void;
}

export function SuspendDialog({ tenant, onClose }: TenantDialogProps) {
  const { t } = useTranslation("tenants");
  const { suspend } = useTenantUndo(tenant);
  const people = useCountInTenant(tenant.slug, "/users");
  const { name } = tenant;
  return (
    <ConfirmDialog
      title={t("suspend.title", { name })}
      submit={t("suspend.submit", { name })}
      danger
      onClose={onClose}
      onConfirm={suspend}
    >
      <p>{people === undefined ? t("suspend.textUnknown") : t("suspend.text", { count: people })}</p>
      <p>{t("suspend.kept")}</p>
    </ConfirmDialog>
  );
}

export function DeleteDialog({ tenant, onClose }: TenantDialogProps) {
  const { t } = useTranslation("tenants");
  const { deleteSoftly } = useTenantUndo(tenant);
  const { name } = tenant;
  return (
    <ConfirmDialog
      title={t("delete.title", { name })}
      submit={t("delete.submit", { name })}
      danger
      onClose={onClose}
      onConfirm={deleteSoftly}
    >
      <p>
        {t("delete.now")} {t("delete.until")}
      </p>
      <Destroyed slug={tenant.slug} />
    </ConfirmDialog>
  );
}

export function PlanDialog({ tenant, onClose }: TenantDialogProps) {
  const { t } = useTranslation("tenants");
  const { changePlan } = useTenantUndo(tenant);
  const planName = usePlanName();
  const [plan, setPlan] = useState(tenant.plan);
  const { name } = tenant;
  return (
    <ConfirmDialog
      title={t("changePlan.title", { name })}
      submit={t("changePlan.submit", { plan: planName(plan) })}
      disabledReason={plan === tenant.plan ? t("changePlan.same") : undefined}
      onClose={onClose}
      onConfirm={() => changePlan(plan)}
    >
      <PlanField
        label={t("column.plan")}
        hideLabel
        value={plan}
        present={tenant.plan}
        presentHelp={t("changePlan.same")}
        onChange={setPlan}
      />
      <p>{t("changePlan.text")}</p>
    </ConfirmDialog>
  );
}
