import { useInvalidate, usePlatform } from "@plexica/api-client";
import { Banner, Button, Dialog, ProgressBar } from "@plexica/ui";
import { RotateCcw } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeadLetter, Page } from "../../api/types";
import { replayAll, type ReplayProgress } from "../../logic/replay";

const MOST = 200;

interface ReplayAllProps {
  filters: Record<string, string>;
  total: number;
}

/** Delivers all that are shown again, with progress, until somebody stops it. */
export function ReplayAll({ filters, total }: ReplayAllProps) {
  const { t } = useTranslation("letters");
  const { api } = usePlatform();
  const invalidate = useInvalidate();
  const [isOpen, setOpen] = useState(false);
  const [progress, setProgress] = useState<ReplayProgress | null>(null);
  const [hasEnded, setEnded] = useState(false);
  const isStopped = useRef(false);
  const run = async () => {
    isStopped.current = false;
    setProgress({ all: Math.min(total, MOST), done: 0, failed: [] });
    const page = await api.get<Page<DeadLetter>>("/events/dead-letters", { ...filters, size: MOST });
    const end = await replayAll(
      page.items.map(({ id }) => id),
      (id) => api.post(`/events/dead-letters/${id}/replay`),
      setProgress,
      () => isStopped.current,
    );
    setProgress(end);
    setEnded(true);
    await invalidate("/events/dead-letters");
  };
  const close = () => {
    isStopped.current = true;
    setOpen(false);
    setProgress(null);
    setEnded(false);
  };
  const start = progress === null;
  return (
    <>
      <Button variant="primary" icon={RotateCcw} onClick={() => setOpen(true)}>
        {t("replayAll", { count: total })}
      </Button>
      {isOpen && (
        <Dialog
          title={t("replayTitle", { count: Math.min(total, MOST) })}
          onClose={close}
          actions={
            start ? (
              <>
                <Button variant="quiet" onClick={close}>
                  {t("common:action.cancel")}
                </Button>
                <Button variant="primary" onClick={() => void run()}>
                  {t("replaySubmit")}
                </Button>
              </>
            ) : hasEnded ? (
              <Button onClick={close}>{t("common:action.close")}</Button>
            ) : (
              <Button onClick={() => (isStopped.current = true)}>{t("stop")}</Button>
            )
          }
        >
          {start ? (
            <p>
              {t("replayText")} {total > MOST && t("replayFirst")}
            </p>
          ) : (
            <Progress progress={progress} hasEnded={hasEnded} />
          )}
        </Dialog>
      )}
    </>
  );
}

function Progress({ progress, hasEnded }: { progress: ReplayProgress; hasEnded: boolean }) {
  const { t } = useTranslation("letters");
  const { all, done, failed } = progress;
  return (
    <div className="ad-stack">
      <ProgressBar
        label={t("replaySubmit")}
        value={all === 0 ? 100 : (100 * done) / all}
        note={t("progress", { done, all })}
        announced
      />
      {hasEnded && <p>{t("ended", { count: done - failed.length })}</p>}
      {failed.length > 0 && (
        <Banner tone="bad">{t("endedFailed", { count: failed.length, reason: failed[0]!.reason })}</Banner>
      )}
    </div>
  );
}
