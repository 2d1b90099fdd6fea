import { isProblem, useInvalidate, usePlatform } from "@plexica/api-client";
import type { Problem } from "@plexica/api-client";
import { Button, Card, ProblemView, Stack, TextArea } from "@plexica/ui";
import { Download } from "lucide-react";
import { useState } from "react";
import { sentence } from "../../../common/errors";
import { useFeedback } from "../../../common/Feedback";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { Conflict } from "../../../common/Conflict";
import { LeaveGuard } from "../../../common/LeaveGuard";
import { SaveBar } from "../common/SaveBar";
import { mergePatch, parseObject, patched } from "../../../common/mergePatch";
import { MERGES } from "../model/merges";
import { download } from "./download";

type Json = Record<string, unknown>;
interface Base {
  value: Json;
  etag: string | null;
}

/** What others have made of the settings, and what both would make of them. */
interface Clash {
  theirs: Base;
  mine: Json;
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
  const [clash, setClash] = useState<Clash | null>(null);
  const readOnly = !can("core:settings:write");
  const parsed = parseObject(text);
  const dirty = text !== written(base.value);

  const take = (next: Base, shown: string): void => {
    setBase(next);
    setText(shown);
    setClash(null);
  };
  const send = async (from: Base, wanted: Json, merged = 0): Promise<void> => {
    const body = mergePatch(from.value, wanted);
    if (!body) return take(from, written(from.value));
    try {
      const answer = await api.call<Json>("PATCH", "/settings", { body, ifMatch: from.etag });
      take({ value: answer.data, etag: answer.etag }, written(answer.data));
      await again("/settings", "/tenants");
      notify({ text: t("saved"), tone: "good" });
    } catch (error) {
      if (!isProblem(error, "precondition-failed")) throw error;
      await settle(from, wanted, body, merged);
    }
  };
  /** Where both have changed different things, both stay; where the same, it is asked which. */
  const settle = async (from: Base, wanted: Json, body: Json, merged: number): Promise<void> => {
    const { data: value, etag } = await api.call<Json>("GET", "/settings");
    const mine = patched(value, body);
    const theirs = { value, etag };
    const isClash = mergePatch(mine, patched(wanted, mergePatch(from.value, value) ?? {}));
    if (isClash || merged === MERGES) return setClash({ theirs, mine });
    take(theirs, written(mine));
    await send(theirs, mine, merged + 1);
  };
  const save = async (from: Base, wanted: Json): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await send(from, wanted);
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
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
              // What comes back from saving replaces the text: nothing may be typed into it meanwhile.
              readOnly={readOnly || busy}
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
          onSave={() => "value" in parsed && void save(base, parsed.value)}
          onDiscard={() => {
            setText(written(base.value));
            setProblem(null);
          }}
        />
      )}
      <LeaveGuard dirty={dirty && !readOnly} />
      {clash && (
        <Conflict
          name={t("advanced.title")}
          theirs={clash.theirs.value}
          mine={clash.mine}
          busy={busy}
          onMine={() => {
            take(clash.theirs, written(clash.mine));
            void save(clash.theirs, clash.mine);
          }}
          onTheirs={() => take(clash.theirs, written(clash.theirs.value))}
          onClose={() => setClash(null)}
        />
      )}
    </>
  );
}
