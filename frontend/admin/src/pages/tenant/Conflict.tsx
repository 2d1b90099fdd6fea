import { isProblem, usePlatform, type Answer, type Problem } from "@plexica/api-client";
import { Button, Dialog } from "@plexica/ui";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Tenant } from "../../api/types";
import { Trouble } from "../../common/Trouble";
import { FIELDS, rebased, valuesOf, type SettingsValues } from "./settings";

interface ConflictProps {
  slug: string;
  /** What typing began with, and what was typed. */
  base: SettingsValues;
  typed: SettingsValues;
  /** Takes what is there now as the base, and what to show on it. */
  onChoose: (fresh: Tenant, etag: string | null, values: SettingsValues) => void;
  onClose: () => void;
}

/** Somebody else has saved meanwhile: shows both, and lets choose. */
export function Conflict({ slug, base, typed, onChoose, onClose }: ConflictProps) {
  const { t } = useTranslation();
  const { api } = usePlatform();
  const [answer, setAnswer] = useState<Answer<Tenant> | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    setProblem(null);
    void api
      .call<Tenant>("GET", `/tenants/${slug}`, { signal: stop.signal })
      .then(setAnswer)
      .catch((error: unknown) => !stop.signal.aborted && isProblem(error) && setProblem(error));
    return () => stop.abort();
  }, [api, slug, attempt]);
  if (!answer) {
    return problem && <Trouble problem={problem} title={t("conflict.title")} onRetry={() => setAttempt(attempt + 1)} />;
  }
  const theirs = valuesOf(answer.data);
  const mine = rebased(base, typed, theirs);
  return (
    <Dialog
      title={t("conflict.title")}
      description={t("conflict.text")}
      size="medium"
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => onChoose(answer.data, answer.etag, theirs)}>{t("conflict.keepTheirs")}</Button>
          <Button variant="primary" onClick={() => onChoose(answer.data, answer.etag, mine)}>
            {t("conflict.keepYours")}
          </Button>
        </>
      }
    >
      <table className="ad-conflict">
        <thead>
          <tr>
            <th scope="col">{t("conflict.field")}</th>
            <th scope="col">{t("conflict.yours")}</th>
            <th scope="col">{t("conflict.theirs")}</th>
          </tr>
        </thead>
        <tbody>
          {FIELDS.filter((field) => mine[field] !== theirs[field]).map((field) => (
            <tr key={field}>
              <th scope="row">{t(`tenants:settings.${field}`)}</th>
              <td>{mine[field] || "–"}</td>
              <td>{theirs[field] || "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
