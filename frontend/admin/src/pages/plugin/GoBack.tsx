import { Button, Card, Link } from "@plexica/ui";
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
  const { isRunning, isGoingBack } = rollout;
  const nobody = totalBack(state) === 0 && !isRunning;
  return (
    <Card>
      <div className="ad-stack ad-stack--tight">
        <Button
          variant="danger"
          wide
          icon={Undo2}
          busy={isGoingBack}
          disabledReason={nobody && t("rollout.stopNobody")}
          onClick={() => setOpen(true)}
        >
          {t(isRunning ? "rollout.stopAfter" : "rollout.stop")}
        </Button>
        {isRunning && <p className="ad-quiet">{t(isGoingBack ? "rollout.waits" : "rollout.cannotStop")}</p>}
        {nobody && <p className="ad-quiet">{t("rollout.stopNobody")}</p>}
        {[...state.back].map(([version, tenants]) => (
          <p key={version} className="ad-quiet">
            {t("rollout.back", { count: tenants.length, version })}
          </p>
        ))}
        {isRunning && (
          <p>
            <Link to={`/registry/${plugin}`}>{t("rollout.harm", { version: state.target })}</Link>
          </p>
        )}
      </div>
      {isOpen && (
        <ConfirmDialog
          title={t("rollout.backTitle")}
          submit={t("rollout.backSubmit")}
          danger
          onClose={() => setOpen(false)}
          onConfirm={async () => void rollout.goBack(state.target)}
        >
          {[...state.back].map(([version, tenants]) => (
            <p key={version}>
              {t("rollout.back", { count: tenants.length, version })} {tenants.join(", ")}
            </p>
          ))}
          <p className="ad-quiet">
            {t("rollout.backText", { version: `${plugin} ${state.target}` })} {isRunning && t("rollout.backRunning")}
          </p>
        </ConfirmDialog>
      )}
    </Card>
  );
}
