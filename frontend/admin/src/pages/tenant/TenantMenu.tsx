import { Menu, type MenuEntry } from "@plexica/ui";
import { CirclePause, CirclePlay, Download, RotateCcw, ScrollText, Tag, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Tenant } from "../../api/types";
import { DeleteDialog, PlanDialog, SuspendDialog } from "./dialogs";
import { useTenantUndo } from "./useTenantUndo";

type Open = "plan" | "suspend" | "delete" | null;

/** What can be done to a tenant in its state. */
export function TenantMenu({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation("tenants");
  const [open, setOpen] = useState<Open>(null);
  const { activate, restore } = useTenantUndo(tenant);
  const close = () => setOpen(null);
  const items: MenuEntry[] = [];
  if (tenant.status === "ACTIVE" || tenant.status === "SUSPENDED") {
    items.push({ id: "plan", label: t("changePlan.action"), icon: Tag, onSelect: () => setOpen("plan") });
  }
  if (tenant.status === "ACTIVE") {
    items.push({ id: "suspend", label: t("suspend.action"), icon: CirclePause, onSelect: () => setOpen("suspend") });
  }
  if (tenant.status === "SUSPENDED") {
    items.push({ id: "activate", label: t("activate.action"), icon: CirclePlay, onSelect: activate });
  }
  if (tenant.status === "PENDING_DELETION") {
    items.push({ id: "restore", label: t("restore.action"), icon: RotateCcw, onSelect: restore });
  }
  if (tenant.status !== "PROVISIONING") {
    items.push({ id: "export", label: t("export"), icon: Download, to: `/transfer?tenant=${tenant.slug}` });
  }
  items.push({
    id: "audit",
    label: t("common:nav.audit"),
    icon: ScrollText,
    to: `/audit?tenant=${tenant.slug}`,
  });
  if (tenant.status === "ACTIVE" || tenant.status === "SUSPENDED") {
    items.push("line", {
      id: "delete",
      label: t("delete.action"),
      icon: Trash2,
      danger: true,
      onSelect: () => setOpen("delete"),
    });
  }
  return (
    <>
      <Menu label={t("common:action.moreFor", { name: tenant.name })} items={items} />
      {open === "plan" && <PlanDialog tenant={tenant} onClose={close} />}
      {open === "suspend" && <SuspendDialog tenant={tenant} onClose={close} />}
      {open === "delete" && <DeleteDialog tenant={tenant} onClose={close} />}
    </>
  );
}
