import { usePlatform } from "@plexica/api-client";
import type { Operation, Problem } from "@plexica/api-client";
import { Banner, Button, Card, Loading, PageHead, ProblemView, SkeletonText } from "@plexica/ui";
import { useState } from "react";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { Changes } from "../preview/Changes";
import { useStepWords } from "../preview/stepWords";
import { hasMoved } from "../preview/problems";
import { Foot } from "./Foot";
import type { StepProps } from "./OverviewStep";

interface ReviewStepProps extends StepProps {
  body: { version: string; configuration: Record<string, unknown> };
  onStarted(operation: string): void;
}

/** The dry run, and the one button that changes something. */
export function ReviewStep({ plugin, preview, body, back, onStarted }: ReviewStepProps) {
  const t = useT("plugins");
  const { api } = usePlatform();
  const { tenant } = useMe();
  const [busy, setBusy] = useState(false);
  const [moved, setMoved] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const install = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    setMoved(false);
    try {
      const operation = await api.post<Operation>(`/tenants/current/plugins/${plugin.id}/install`, body, {
        async: true,
        ifMatch: preview.data ? `"${preview.data.state}"` : null,
      });
      onStarted(operation.id);
    } catch (error) {
      if (hasMoved(error)) {
        setMoved(true);
        await preview.refetch();
      } else setProblem(error as Problem);
    } finally {
      setBusy(false);
    }
  };
  const words = useStepWords();
  const stands = preview.data?.problems ?? [];
  // Nobody changes what they have not been shown.
  const unknown = preview.error !== null && !preview.data;
  return (
    <>
      <PageHead
        title={t("install.review", { plugin: plugin.name, tenant: tenant.name })}
        description={t("install.reviewText")}
      />
      <div className="sh-plugin-page">
        {moved && <Banner tone="warning" title={t("moved")} urgent />}
        {problem && <ProblemView problem={problem} onRetry={() => void install()} />}
        {preview.error && <ProblemView problem={preview.error} onRetry={() => void preview.refetch()} />}
        {!unknown && (
          <Card title={t("install.willHappen")}>
            {preview.data ? (
              <>
                <ol className="sh-numbered">
                  {preview.data.steps.map((step) => (
                    <li key={step.action + step.target}>{words(step)}</li>
                  ))}
                </ol>
                <Changes preview={preview.data} />
              </>
            ) : (
              <Loading>
                <SkeletonText lines={5} />
              </Loading>
            )}
          </Card>
        )}
      </div>
      <Foot plugin={plugin.id} onBack={back}>
        {!unknown && (
          <Button
            variant="primary"
            busy={busy || preview.isFetching}
            disabledReason={stands.length > 0 && (stands[0]?.message ?? t("install.blocked"))}
            onClick={() => void install()}
          >
            {t("installOne", { plugin: plugin.name })}
          </Button>
        )}
      </Foot>
    </>
  );
}
