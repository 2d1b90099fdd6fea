import { useUndo } from "@plexica/ui";
import { useTranslation } from "react-i18next";
import { useTenantActions } from "../../api/tenants";
import type { Tenant } from "../../api/types";
import { wordsOf } from "../../common/useWork";
import { useFormat } from "../../common/useFormat";
import { usePlanName } from "../../common/usePlanName";

export interface TenantUndo {
  suspend(): Promise<void>;
  activate(): void;
  restore(): void;
  deleteSoftly(): Promise<void>;
  changePlan(plan: string): Promise<void>;
}

/** Does something to a tenant and offers to take it back. */
export function useTenantUndo(tenant: Tenant): TenantUndo {
  const { t } = useTranslation("tenants");
  const { slug, name, plan: before } = tenant;
  const actions = useTenantActions();
  const offer = useUndo();
  const format = useFormat();
  const planName = usePlanName();
  const back = (work: () => Promise<unknown>) => async () => {
    try {
      await work();
    } catch (error) {
      offer({ text: wordsOf(error), tone: "bad" });
    }
  };
  return {
    async suspend() {
      await actions.suspend(slug);
      offer({ text: t("suspend.done", { name }), undo: back(() => actions.activate(slug)) });
    },
    activate: () =>
      void back(async () => {
        await actions.activate(slug);
        offer({ text: t("activate.done", { name }), undo: back(() => actions.suspend(slug)) });
      })(),
    restore: () =>
      void back(async () => {
        await actions.restore(slug);
        offer({ text: t("restore.done", { name }), undo: back(() => actions.deleteSoftly(slug)) });
      })(),
    async deleteSoftly() {
      const { purgeAt } = await actions.deleteSoftly(slug);
      const date = purgeAt ? format.date(purgeAt) : "";
      offer({ text: t("delete.done", { name, date }), undo: back(() => actions.restore(slug)) });
    },
    async changePlan(plan) {
      await actions.edit(slug, { plan }, null);
      offer({
        text: t("changePlan.done", { name, plan: planName(plan) }),
        undo: back(() => actions.edit(slug, { plan: before }, null)),
      });
    },
  };
}
