import { Button, Card, Link, useUndo } from "@plexica/ui";
import { OctagonX, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../common/ConfirmDialog";
import { totalBack, type RolloutState } from "../../logic/rollout";
import { CancelDialog } from "./CancelDialog";
import type { Rollout } from "./useRollout";

interface GoBackProps {
  plugin: string;
  state: RolloutState;
  rollout: Rollout;
}

/** The way back, always in sight: out of a roll-out under way, or from the version that tenants were moved to. */
export function GoBack({ plugin, state, rollout }: GoBackProps) {
  const { t } = useTranslation("registry");
  // A roll-out may end while somebody is asked how to end it: the question stays, and says so.
  const [isStopping, setStopping] = useState(false);
  const offer = useUndo();
  const { isElsewhere } = rollout;
  const cancel = async (wish: boolean) => {
    const { keep } = await rollout.cancel(wish);
    if (isElsewhere) {
      offer({ text: t(fateOf(keep)) });
    }
  };
  return (
    <Card>
      <div className="ad-stack ad-stack--tight">
        {(rollout.isRunning && !rollout.isGoingBack) || rollout.isElsewhere ? (
          <Stop rollout={rollout} onStop={() => setStopping(true)} />
        ) : (
          <Back plugin={plugin} state={state} rollout={rollout} />
        )}
        <WhoGoesBack state={state} rollout={rollout} />
        {rollout.isRunning && <Harm plugin={plugin} version={state.target} />}
        {isStopping && <CancelDialog onClose={() => setStopping(false)} onCancel={cancel} />}
      </div>
    </Card>
  );
}

function fateOf(keep: boolean | undefined): string {
  return keep ? "rollout.cancel.staying" : "rollout.cancel.going";
}

function Stop({ rollout, onStop }: { rollout: Rollout; onStop: () => void }) {
  const { t } = useTranslation("registry");
  const { stopped, isElsewhere } = rollout;
  return (
    <>
      <Button variant="danger" wide icon={OctagonX} busy={stopped !== null} onClick={onStop}>
        {t("rollout.cancel.action")}
      </Button>
      {stopped && <p className="ad-quiet">{t(fateOf(stopped.keep))}</p>}
      {isElsewhere && <p className="ad-quiet">{t("rollout.cancel.elsewhere")}</p>}
    </>
  );
}

function Back({ plugin, state, rollout }: GoBackProps) {
  const { t } = useTranslation("registry");
  const [isOpen, setOpen] = useState(false);
  const nobody = totalBack(state) === 0 && !rollout.isRunning;
  return (
    <>
      <Button
        variant="danger"
        wide
        icon={Undo2}
        busy={rollout.isGoingBack}
        disabledReason={nobody && t("rollout.stopNobody")}
        onClick={() => setOpen(true)}
      >
        {t("rollout.stop")}
      </Button>
      {nobody && <p className="ad-quiet">{t("rollout.stopNobody")}</p>}
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
          <p className="ad-quiet">{t("rollout.backText", { version: `${plugin} ${state.target}` })}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function WhoGoesBack({ state, rollout }: Omit<GoBackProps, "plugin">) {
  const { t } = useTranslation("registry");
  if (rollout.isRunning && !rollout.isGoingBack) {
    return null;
  }
  return [...state.back].map(([version, tenants]) => (
    <p key={version} className="ad-quiet">
      {t("rollout.back", { count: tenants.length, version })}
    </p>
  ));
}

function Harm({ plugin, version }: { plugin: string; version: string }) {
  const { t } = useTranslation("registry");
  return (
    <p>
      <Link to={`/registry/${plugin}`}>{t("rollout.harm", { version })}</Link>
    </p>
  );
}
