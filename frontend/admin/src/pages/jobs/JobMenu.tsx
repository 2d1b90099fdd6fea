import { useInvalidate } from "@plexica/api-client";
import { Menu, useUndo } from "@plexica/ui";
import { CirclePause, CirclePlay, Play } from "lucide-react";
import { useTranslation } from "react-i18next";
import { inTenant, useTenantApi } from "../../api/inTenant";
import type { Job } from "../../api/types";
import { wordsOf } from "../../common/useWork";

/** Runs a job now, makes it wait, or lets it go on. */
export function JobMenu({ job }: { job: Job }) {
  const { t } = useTranslation("jobs");
  const api = useTenantApi(job.tenant);
  const invalidate = useInvalidate();
  const offer = useUndo();
  const post = async (action: string) => {
    await api.post(`/jobs/${job.id}/${action}`);
    await invalidate(inTenant(job.tenant, "/jobs"));
  };
  const safely = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      offer({ text: wordsOf(error), tone: "bad" });
    }
  };
  const act = (action: string, done: string, back?: string) =>
    safely(async () => {
      await post(action);
      offer({ text: t(done, { job: job.name }), ...(back ? { undo: () => safely(() => post(back)) } : {}) });
    });
  return (
    <Menu
      label={t("common:action.moreFor", { name: job.name })}
      items={[
        { id: "run", label: t("runNow"), icon: Play, onSelect: () => void act("run", "ran") },
        job.status === "PAUSED"
          ? {
              id: "resume",
              label: t("resume"),
              icon: CirclePlay,
              onSelect: () => void act("resume", "resumed", "pause"),
            }
          : {
              id: "pause",
              label: t("pause"),
              icon: CirclePause,
              onSelect: () => void act("pause", "paused", "resume"),
            },
      ]}
    />
  );
}
