import { isProblem, useInvalidate, usePlatform } from "@plexica/api-client";
import type { Problem } from "@plexica/api-client";
import { Button, Card, ProblemView, Stack, TextArea } from "@plexica/ui";
import { Download } from "lucide-react";
import { useState } from "react";
import { sentence } from "../../../common/errors";
import { useFeedback } from "../../../common/Feedback";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { Conflict } from "../common/Conflict";
import { LeaveGuard } from "../../../common/LeaveGuard";
import { SaveBar } from "../common/SaveBar";
import { mergePatch, parseObject } from "../model/mergePatch";
import { download } from "./download";

type Json = Record<string, unknown>;
interface Base {
  value: Json;
  etag: string | null;
}

const written = (value: Json): string => JSON.stringify(value, null, 2);

export function SettingsEditor({ start, etag }: { start: Json; etag: string | null }) {
  const t = useT("settings");
  const { api } = usePlatform();
  const again = useInvalidate();
  const { notify } = useFeedback();
  const { tenant, can } = useMe();
  const [base, setBase] = useState<Base>({ value: start, etag });
  const [text, setText] = useState(() => written(start));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [theirs, setTheirs] = useState<Base | null>(null);
  const readOnly = !can("core:settings:write");
  const parsed = parseObject(text);
  const dirty = text !== written(base.value);

  const take = (next: Base, shown: string): void => {
    setBase(next);
    setText(shown);
    setTheirs(null);
  };
  const save = async (from: Base): Promise<void> => {
    if (!("value" in parsed)) return;
    const body = mergePatch(from.value, parsed.value);
    if (!body) return take(from, written(from.value));
    setBusy(true);
    setProblem(null);
    try {
      const answer = await api.call<Json>("PATCH", "/settings", { body, ifMatch: from.etag });
      take({ value: answer.data, etag: answer.etag }, written(answer.data));
      await again("/settings", "/tenants");
      notify({ text: t("saved"), tone: "good" });
    } catch (error) {
      if (isProblem(error, "precondition-failed")) {
        const fresh = await api.call<Json>("GET", "/settings");
        setTheirs({ value: fresh.data, etag: fresh.etag });
      } else if (isProblem(error)) setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const wrong = "value" in parsed ? undefined : t(`advanced.${parsed.problem}`, { detail: parsed.detail });
  const refused = problem?.errors.map((one) => `${one.pointer}: ${sentence(one.message)}`).join(" ");
  return (
    <>
      <div className="sh-bounded">
        <Card
          title={t("advanced.title")}
          actions={
            <Button size="small" icon={Download} onClick={() => download(`${tenant.slug}-settings.json`, base.value)}>
              {t("advanced.download")}
            </Button>
          }
        >
          <Stack gap={16}>
            <p className="sh-hint">{t("advanced.text")}</p>
            <TextArea
              label={t("advanced.label")}
              mono
              rows={18}
              spellCheck={false}
              readOnly={readOnly}
              value={text}
              error={wrong ?? (refused || undefined)}
              onChange={setText}
            />
            {problem && problem.errors.length === 0 && <ProblemView problem={problem} />}
          </Stack>
        </Card>
      </div>
      {dirty && !readOnly && (
        <SaveBar
          busy={busy}
          onSave={() => void save(base)}
          onDiscard={() => {
            setText(written(base.value));
            setProblem(null);
          }}
        />
      )}
      <LeaveGuard dirty={dirty && !readOnly} />
      {theirs && (
        <Conflict
          differences={[{ id: "all", label: t("advanced.title"), mine: text, theirs: written(theirs.value) }]}
          onMine={() => {
            setBase(theirs);
            setTheirs(null);
            void save(theirs);
          }}
          onTheirs={() => take(theirs, written(theirs.value))}
          onClose={() => setTheirs(null)}
        />
      )}
    </>
  );
}
