import { TextField, useUndo } from "@plexica/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useVersionActions } from "../../api/plugins";
import type { Version } from "../../api/plugins.types";
import { FormDialog } from "../../common/FormDialog";
import { useWork, wordsOf } from "../../common/useWork";
import { sorted } from "../../logic/pointers";

const POINTERS = { replacement: "/replacement", endOfLife: "/endOfLife" };

/** Advises against a version: what to take instead, and until when. */
export function DeprecateDialog({ version, onClose }: { version: Version; onClose: () => void }) {
  const { t } = useTranslation("registry");
  const { deprecate, release } = useVersionActions();
  const offer = useUndo();
  const work = useWork();
  const [replacement, setReplacement] = useState(version.replacement ?? "");
  const [endOfLife, setEndOfLife] = useState(version.endOfLife ?? "");
  const told = sorted(work.problem?.errors ?? [], POINTERS);
  const target = `${version.id} ${version.version}`;
  const undo = async () => {
    try {
      await release(version);
    } catch (error) {
      offer({ text: wordsOf(error), tone: "bad" });
    }
  };
  const submit = async () => {
    const advice = {
      ...(replacement.trim() ? { replacement: replacement.trim() } : {}),
      ...(endOfLife ? { endOfLife } : {}),
    };
    if (await work.run(() => deprecate(version, advice))) {
      offer({ text: t("deprecate.done", { target }), undo });
      onClose();
    }
  };
  return (
    <FormDialog
      title={t("deprecate.title", { target })}
      description={t("deprecate.text")}
      submit={t("deprecate.submit", { target })}
      work={work}
      isTold={Object.keys(told.fields).length > 0}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <TextField
        label={t("deprecate.replacement")}
        help={t("deprecate.replacementHelp")}
        optional
        value={replacement}
        onChange={setReplacement}
        error={told.fields.replacement}
        mono
      />
      <TextField
        label={t("deprecate.endOfLife")}
        help={t("deprecate.endOfLifeHelp")}
        optional
        type="date"
        value={endOfLife}
        onChange={setEndOfLife}
        error={told.fields.endOfLife}
      />
    </FormDialog>
  );
}
