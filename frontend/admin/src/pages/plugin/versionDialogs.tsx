import { TextField, useUndo } from "@plexica/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useVersionActions } from "../../api/plugins";
import type { Version } from "../../api/plugins.types";
import { ConfirmDialog } from "../../common/ConfirmDialog";
import { wordsOf } from "../../common/useWork";

interface VersionDialogProps {
  version: Version;
  /** How many tenants are on it; undefined where that is not known. */
  users?: number | undefined;
  onClose: () => void;
}

/** Says what was done, and offers to take it back where that is possible. */
function useDone(version: Version) {
  const { t } = useTranslation("registry");
  const { release } = useVersionActions();
  const offer = useUndo();
  const target = `${version.id} ${version.version}`;
  const undo = async () => {
    try {
      await release(version);
    } catch (error) {
      offer({ text: wordsOf(error), tone: "bad" });
    }
  };
  return (what: string, canUndo = true) => offer({ text: t(`${what}.done`, { target }), ...(canUndo ? { undo } : {}) });
}

export function RetireDialog({ version, users, onClose }: VersionDialogProps) {
  const { t } = useTranslation("registry");
  const { retire } = useVersionActions();
  const done = useDone(version);
  const target = `${version.id} ${version.version}`;
  return (
    <ConfirmDialog
      title={t("retire.title", { target })}
      submit={t("retire.submit", { target })}
      onClose={onClose}
      onConfirm={async () => {
        await retire(version);
        done("retire");
      }}
    >
      <p>
        {t("retire.text")} {users === undefined ? t("usersUnknown") : t("retire.keep", { count: users })}
      </p>
    </ConfirmDialog>
  );
}

export function QuarantineDialog({ version, users, onClose }: VersionDialogProps) {
  const { t } = useTranslation("registry");
  const { quarantine } = useVersionActions();
  const done = useDone(version);
  const [reason, setReason] = useState("");
  const target = `${version.id} ${version.version}`;
  return (
    <ConfirmDialog
      title={t("quarantine.title", { target })}
      submit={t("quarantine.submit", { target })}
      danger
      onClose={onClose}
      onConfirm={async () => {
        await quarantine(version, reason.trim());
        done("quarantine");
      }}
    >
      <p>
        {t("quarantine.text")} {users === undefined ? t("usersUnknown") : t("quarantine.hit", { count: users })}
      </p>
      <TextField
        label={t("quarantine.reason")}
        help={t("quarantine.reasonHelp")}
        optional
        value={reason}
        onChange={setReason}
        maxLength={500}
      />
    </ConfirmDialog>
  );
}

export function WithdrawDialog({ version, onClose }: VersionDialogProps) {
  const { t } = useTranslation("registry");
  const { withdraw } = useVersionActions();
  const done = useDone(version);
  const target = `${version.id} ${version.version}`;
  return (
    <ConfirmDialog
      title={t("withdraw.title", { target })}
      submit={t("withdraw.submit", { target })}
      danger
      onClose={onClose}
      onConfirm={async () => {
        await withdraw(version);
        done("withdraw", false);
      }}
    >
      <p>{t("withdraw.text")}</p>
    </ConfirmDialog>
  );
}
