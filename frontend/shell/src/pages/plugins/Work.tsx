import type { Followed } from "@plexica/api-client";
import { Banner, Button, ButtonLink, Card, PageHead, ProgressBar, ProgressSteps } from "@plexica/ui";
import type { ProgressStep } from "@plexica/ui";
import { useRef } from "react";
import { ProblemPage } from "../../common/ProblemPage";
import { useT } from "../../i18n/useT";

interface WorkProps {
  followed: Followed;
  title: string;
  failed: string;
  /** What became of what had been done. */
  undone: string;
  onAgain(): void;
}

/** Long work under way: its steps as they come, how far it is, and why it failed. */
export function Work({ followed: { operation, problem, away }, title, failed, undone, onAgain }: WorkProps) {
  const t = useT("plugins");
  const seen = useRef<string[]>([]);
  const step = operation?.step;
  if (step && seen.current.at(-1) !== step && !seen.current.includes(step)) seen.current = [...seen.current, step];
  if (problem) return <ProblemPage title={title} problem={problem} onRetry={() => location.reload()} />;
  const over = operation?.status === "FAILED" || operation?.status === "CANCELLED";
  const steps: ProgressStep[] = seen.current.map((one, at) => ({
    id: one,
    title: one,
    state: at < seen.current.length - 1 ? "done" : over ? "failed" : "running",
  }));
  return (
    <>
      <PageHead title={over ? failed : title} description={over ? undefined : t("leave")} />
      <div className="sh-plugin-page">
        {over && (
          <Banner
            tone="bad"
            urgent
            title={operation.problem?.detail ?? operation.message ?? failed}
            actions={
              <>
                <Button variant="primary" onClick={onAgain}>
                  {t("tryAgain")}
                </Button>
                <ButtonLink to="/manage/plugins">{t("toPlugins")}</ButtonLink>
              </>
            }
          >
            {undone}
          </Banner>
        )}
        <Card>
          <ProgressBar
            label={title}
            value={operation?.progress}
            note={away ? t("away") : (step ?? t("starting"))}
            announced
          />
          {steps.length > 0 && <ProgressSteps label={t("stepsLabel")} items={steps} />}
        </Card>
      </div>
    </>
  );
}
