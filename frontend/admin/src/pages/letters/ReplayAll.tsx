import { useInvalidate, usePlatform } from "@plexica/api-client";
import { Button, Dialog } from "@plexica/ui";
import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Trouble } from "../../common/Trouble";
import { useWork } from "../../common/useWork";

/** As many as the platform takes in one call. */
const MOST = 1000;

interface Revived {
  replayed: number;
  /** How many that were meant lie there still. */
  remaining: number;
}

interface ReplayAllProps {
  filters: Record<string, string>;
  total: number;
}

/**
 * Delivers all again that the filter shows; never those of all plugins and tenants at once, which the platform refuses. What
 * became of them is told also where none is left.
 */
export function ReplayAll({ filters, total }: ReplayAllProps) {
  const { t } = useTranslation("letters");
  const [isOpen, setOpen] = useState(false);
  const isNarrowed = Boolean(filters.plugin || filters.tenant);
  return (
    <>
      {total > 0 && (
        <Button
          variant="primary"
          icon={RotateCcw}
          disabledReason={!isNarrowed && t("replayNarrow")}
          onClick={() => setOpen(true)}
        >
          {t("replayAll", { count: total })}
        </Button>
      )}
      {isOpen && <ReplayDialog filters={filters} total={total} onClose={() => setOpen(false)} />}
    </>
  );
}

function ReplayDialog({ filters, total, onClose }: ReplayAllProps & { onClose: () => void }) {
  const { t } = useTranslation("letters");
  const { api } = usePlatform();
  const invalidate = useInvalidate();
  const work = useWork();
  // What is meant stays as it was when the dialog was opened, whatever the list shows meanwhile.
  const [meant] = useState({ filters, total });
  const [done, setDone] = useState<Revived | null>(null);
  const run = () =>
    work.run(async () => {
      const { plugin, event, tenant } = meant.filters;
      const revived = await api.post<Revived>("/events/dead-letters/replay", {
        ...(plugin ? { plugin } : {}),
        ...(event ? { event } : {}),
        ...(tenant ? { tenant } : {}),
      });
      setDone((before) => ({ ...revived, replayed: revived.replayed + (before?.replayed ?? 0) }));
      await invalidate("/events/dead-letters");
    });
  const hasMore = done === null || done.remaining > 0;
  return (
    <Dialog
      title={t("replayTitle", { count: meant.total })}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t(done ? "common:action.close" : "common:action.cancel")}
          </Button>
          {hasMore && (
            <Button variant="primary" busy={work.busy} onClick={() => void run()}>
              {done ? t("replayRest", { count: done.remaining }) : t("replaySubmit")}
            </Button>
          )}
        </>
      }
    >
      <div className="ad-stack">
        {done === null && (
          <p>
            {t("replayText")} {meant.total > MOST && t("replayFirst")}
          </p>
        )}
        <div role="status">
          {done && (
            <p>
              {t("ended", { count: done.replayed })} {t("remaining", { count: done.remaining })}
            </p>
          )}
        </div>
        {work.problem && <Trouble problem={work.problem} />}
      </div>
    </Dialog>
  );
}
