import { RadioGroup } from "@plexica/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../common/ConfirmDialog";

interface CancelDialogProps {
  onClose: () => void;
  onCancel: (keep: boolean) => Promise<unknown>;
}

/** Ends a roll-out under way; what becomes of the tenants that it has moved is chosen. */
export function CancelDialog({ onClose, onCancel }: CancelDialogProps) {
  const { t } = useTranslation("registry");
  const [fate, setFate] = useState<"back" | "stay">("back");
  return (
    <ConfirmDialog
      title={t("rollout.cancel.title")}
      submit={t("rollout.cancel.submit")}
      danger
      onClose={onClose}
      onConfirm={() => onCancel(fate === "stay")}
    >
      <p>{t("rollout.cancel.text")}</p>
      <RadioGroup
        label={t("rollout.cancel.fate")}
        boxed
        value={fate}
        onChange={setFate}
        options={[
          { value: "back", label: t("rollout.cancel.back"), help: t("rollout.cancel.backHelp") },
          { value: "stay", label: t("rollout.cancel.stay"), help: t("rollout.cancel.stayHelp") },
        ]}
      />
      <p className="ad-quiet">{t("rollout.cancel.earlier")}</p>
    </ConfirmDialog>
  );
}
