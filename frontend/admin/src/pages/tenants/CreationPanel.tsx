import { usePlatform } from "@plexica/api-client";
import { Button, ButtonLink, ProgressBar, ProgressSteps, SidePanel, StateBadge } from "@plexica/ui";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { tenantAddress } from "../../common/address";
import { Trouble } from "../../common/Trouble";
import { asProblem } from "../../common/useWork";
import { useFormat } from "../../common/useFormat";
import { Problem } from "@plexica/api-client";
import { seconds, type Step } from "../../logic/saga";
import { forgetCreation, type Creation } from "../../state/creations";
import { useStage } from "./useStage";

/** The making of one tenant, step by step. */
export function CreationPanel({ creation, onClose }: { creation: Creation; onClose: () => void }) {
  const { t } = useTranslation("tenants");
  const { draft, progress } = creation;
  const name = draft?.name ?? "…";
  const status = progress?.operation.status ?? "RUNNING";
  const title = { RUNNING: "creating.title", SUCCEEDED: "creating.done" }[status as string] ?? "creating.failed";
  return (
    <SidePanel
      title={draft ? t(title, { name }) : status === "FAILED" ? t("creating.failedUnknown") : t(title, { name })}
      description={status === "RUNNING" ? t("creating.leave") : undefined}
      onClose={onClose}
    >
      <div className="ad-stack">
        {progress && <Bar creation={creation} />}
        {progress && <StepList steps={progress.steps} email={draft?.admin.email} />}
        {status === "SUCCEEDED" && <Ready creation={creation} />}
        {(status === "FAILED" || status === "CANCELLED") && <Failed creation={creation} onClose={onClose} />}
      </div>
    </SidePanel>
  );
}

function Bar({ creation }: { creation: Creation }) {
  const { t } = useTranslation("tenants");
  const format = useFormat();
  const { operation } = creation.progress!;
  const { doing, step, all, percent } = useStage(creation);
  const isRunning = operation.status === "RUNNING";
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (isRunning) {
      const timer = setInterval(() => setNow(Date.now()), 100);
      return () => clearInterval(timer);
    }
    return undefined;
  }, [isRunning]);
  const end = operation.finishedAt ? Date.parse(operation.finishedAt) : now;
  return (
    <ProgressBar
      label={t("creating.title", { name: creation.draft?.name ?? "" })}
      value={percent}
      note={isRunning ? t("creating.step", { step, all, doing }) : undefined}
      aside={`${format.decimal(Math.max(0, end - Date.parse(operation.startedAt)) / 1000, 1)} s`}
      announced
    />
  );
}

function StepList({ steps, email }: { steps: Step[]; email: string | undefined }) {
  const { t } = useTranslation("tenants");
  const format = useFormat();
  return (
    <ProgressSteps
      label={t("column.status")}
      items={steps.map((step) => {
        const took = seconds(step);
        return {
          id: step.name,
          title: t(`step.${step.name}`, { defaultValue: t("step.other", { name: step.name }) }),
          state: step.state,
          detail: step.name === "admin" ? email : step.state === "failed" ? t("stepFailed") : undefined,
          aside: took === null || step.state !== "done" ? undefined : `${format.decimal(took, 2)} s`,
        };
      })}
    />
  );
}

function Ready({ creation }: { creation: Creation }) {
  const { t } = useTranslation("tenants");
  const { boot } = usePlatform();
  const { draft } = creation;
  if (!draft) {
    return <StateBadge tone="good">{t("common:tenantStatus.ACTIVE")}</StateBadge>;
  }
  return (
    <>
      <p>
        {t(creation.isInviting ? "creating.doneInvited" : "creating.doneText", {
          address: tenantAddress(boot, draft.slug),
          email: draft.admin.email,
        })}
      </p>
      <ButtonLink to={`/tenants/${draft.slug}`} variant="primary">
        {t("creating.open", { name: draft.name })}
      </ButtonLink>
    </>
  );
}

function Failed({ creation, onClose }: { creation: Creation; onClose: () => void }) {
  const { t } = useTranslation("tenants");
  const told = creation.progress?.operation.problem;
  const problem = told ? new Problem(0, told) : asProblem(new Error(t("creating.undone")));
  const dismiss = () => {
    forgetCreation(creation.operation);
    onClose();
  };
  return (
    <>
      <Trouble problem={problem} title={t("creating.undone")} />
      <div className="ad-inline">
        {creation.draft && (
          <ButtonLink to={`/tenants/new?again=${creation.operation}`}>{t("creating.retry")}</ButtonLink>
        )}
        <Button variant="quiet" onClick={dismiss}>
          {t("creating.dismiss")}
        </Button>
      </div>
    </>
  );
}
