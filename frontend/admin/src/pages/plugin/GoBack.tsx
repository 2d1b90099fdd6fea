import { Button, Card } from "@plexica/ui";
import { Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../common/ConfirmDialog";
import { totalBack, type RolloutState } from "../../logic/rollout";
import type { Rollout } from "./useRollout";

interface GoBackProps {
  plugin: string;
  state: RolloutState;
  rollout: Rollout;
}

/** The way back, always in sight. */
export function GoBack({ plugin, state, rollout }: GoBackProps) {
  const { t } = useTranslation("registry");
  const [isOpen, setOpen] = useState(false);
  const count = totalBack(state);
  const nobody = count === 0 && !rollout.isRunning;
  return (
    <Card>
      <div className="ad-stack ad-stack--tight">
        <Button
          variant="danger"
          wide
          icon={Undo2}
          disabledReason={nobody && t("rollout.stopNobody")}
          onClick={() => setOpen(true)}
        >
          {t("rollout.stop")}
        </Button>
        <p className="ad-quiet">
          {nobody
            ? t("rollout.stopNobody")
            : [...state.back]
                .map(([version, tenants]) => t("rollout.back", { count: tenants.length, version }))
                .join(" ")}
        </p>
      </div>
      {isOpen && (
        <ConfirmDialog
          title={t("rollout.backTitle")}
          submit={t("rollout.backSubmit")}
          danger
          onClose={() => setOpen(false)}
          onConfirm={async () => void rollout.goBack(state.back)}
        >
          {[...state.back].map(([version, tenants]) => (
            <p key={version}>
              {t("rollout.back", { count: tenants.length, version })} {tenants.join(", ")}
            </p>
          ))}
          <p className="ad-quiet">
            {t("rollout.backText", { version: `${plugin} ${state.target}` })}{" "}
            {rollout.isRunning && t("rollout.backRunning")}
          </p>
        </ConfirmDialog>
      )}
    </Card>
  );
}
