import { Menu, useUndo, type MenuEntry } from "@plexica/ui";
import { Archive, CircleSlash, RotateCcw, Rocket, TriangleAlert, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useVersionActions } from "../../api/plugins";
import type { Version } from "../../api/plugins.types";
import { wordsOf } from "../../common/useWork";
import { DeprecateDialog } from "./DeprecateDialog";
import { QuarantineDialog, RetireDialog, WithdrawDialog } from "./versionDialogs";

type Open = "deprecate" | "retire" | "quarantine" | "withdraw" | null;

/** What can be done to a version in its state. */
export function VersionMenu({ version, users }: { version: Version; users: number | undefined }) {
  const { t } = useTranslation("registry");
  const [open, setOpen] = useState<Open>(null);
  const release = useRelease(version);
  const { status } = version;
  const target = `${version.id} ${version.version}`;
  const close = () => setOpen(null);
  const items: MenuEntry[] = [];
  if (status === "AVAILABLE" || status === "DEPRECATED") {
    items.push({
      id: "rollout",
      label: t("rollout.to"),
      icon: Rocket,
      to: `/registry/${version.id}/rollout?to=${version.version}`,
    });
    items.push({
      id: "deprecate",
      label: t("deprecate.action"),
      icon: TriangleAlert,
      onSelect: () => setOpen("deprecate"),
    });
    items.push({ id: "retire", label: t("retire.action"), icon: Archive, onSelect: () => setOpen("retire") });
  }
  if (status !== "AVAILABLE") {
    items.push({ id: "release", label: t("release.action"), icon: RotateCcw, onSelect: () => void release() });
  }
  if (status !== "QUARANTINED") {
    items.push({
      id: "quarantine",
      label: t("quarantine.action"),
      icon: CircleSlash,
      danger: true,
      onSelect: () => setOpen("quarantine"),
    });
  }
  items.push("line", {
    id: "withdraw",
    label: t("withdraw.action"),
    icon: Trash2,
    danger: true,
    onSelect: () => setOpen("withdraw"),
    disabledReason: users ? t("withdraw.used", { count: users }) : undefined,
  });
  return (
    <>
      <Menu label={t("common:action.moreFor", { name: target })} items={items} />
      {open === "deprecate" && <DeprecateDialog version={version} onClose={close} />}
      {open === "retire" && <RetireDialog version={version} users={users} onClose={close} />}
      {open === "quarantine" && <QuarantineDialog version={version} users={users} onClose={close} />}
      {open === "withdraw" && <WithdrawDialog version={version} onClose={close} />}
    </>
  );
}

/** Takes back the last step of a version. */
export function useRelease(version: Version): () => Promise<void> {
  const { t } = useTranslation("registry");
  const { release } = useVersionActions();
  const offer = useUndo();
  return async () => {
    try {
      const after = await release(version);
      const status = t(`common:versionStatus.${after.status}`);
      offer({ text: t("release.done", { target: `${version.id} ${version.version}`, status }) });
    } catch (error) {
      offer({ text: wordsOf(error), tone: "bad" });
    }
  };
}
