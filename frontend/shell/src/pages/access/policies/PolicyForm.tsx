import { covers } from "@plexica/api-client";
import { Banner, Card, RadioGroup, Stack, TextArea, TextField } from "@plexica/ui";
import { useMemo, useState } from "react";
import { fieldErrors } from "../../../common/fieldErrors";
import { useDraft } from "../../../common/useDraft";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { RightsForm } from "../form/RightsForm";
import { useSave } from "../form/useSave";
import { capital, policySentence } from "../model/sentence";
import type { PermissionView, PolicyView } from "../model/views";
import type { Names } from "../useRights";
import { useSpeech } from "../useSpeech";
import { ConditionGroup } from "./ConditionGroup";
import { DeletePolicy } from "./DeletePolicy";
import { bodyOf, depthOf, draftOf, isSame, isWhole, newDraft, POLICIES } from "./draft";
import type { Group } from "./draft";
import { PatternField } from "./PatternField";
import { Reach } from "./Reach";

interface PolicyFormProps {
  policy: PolicyView | undefined;
  etag: string | null;
  permissions: readonly PermissionView[];
  names: Names;
}

/** What a policy concerns, whether it refuses or allows, and when; the sentence that it makes is always in sight. */
export function PolicyForm({ policy, etag, permissions, names }: PolicyFormProps) {
  const t = useT("access");
  const { can, me } = useMe();
  const speech = useSpeech(permissions, names);
  const read = useMemo(() => (policy ? draftOf(policy) : newDraft()), [policy]);
  const typed = useDraft(read, etag, isSame);
  const { value: draft, set: setDraft, base: before } = typed;
  const [deleting, setDeleting] = useState(false);
  const save = useSave(POLICIES, policy, typed.etag, before);
  const foreign = policy !== undefined && policy.source !== "TENANT_ADMIN";
  const lacks =
    draft.permission !== "" &&
    ![policy?.permission ?? draft.permission, draft.permission].every((key) =>
      me.permissions.some((held) => covers(held, key)),
    );
  const reason = !can("core:policies:write")
    ? t("new.refused.policies")
    : foreign
      ? t("policyForm.foreign", { source: policy.plugin ? names.source(policy.plugin) : t(`source.${policy.source}`) })
      : undefined;
  const whole = draft.permission !== "" && isWhole(draft.conditions);
  const unchanged = !typed.dirty;
  const missing = !draft.name.trim()
    ? t("policyForm.nameNeeded")
    : !whole
      ? t("policyForm.unfinished")
      : lacks
        ? t("policyForm.lacking")
        : unchanged
          ? t("unchanged")
          : undefined;
  const { byField, others } = fieldErrors(save.problem?.errors ?? [], ["name", "description", "permission"]);
  return (
    <RightsForm
      kind={POLICIES}
      {...{ save, draft, reason, missing, unchanged, others }}
      submit={t(policy ? "policyForm.save" : "policyForm.create")}
      removal={policy && { label: t("deletePolicy.open"), open: deleting, onOpen: () => setDeleting(true) }}
      onTheirs={typed.keep}
      head={
        <Banner tone={whole ? "accent" : "neutral"} eyebrow={t("policyForm.says")}>
          <p aria-live="polite">
            {whole ? capital(policySentence(speech, bodyOf(draft))) : t("policyForm.unfinished")}
          </p>
        </Banner>
      }
      foot={
        <>
          {draft.permission !== "" && <Reach pattern={draft.permission} {...{ permissions, names }} />}
          {deleting && policy && (
            <DeletePolicy policy={policy} etag={etag} speech={speech} onClose={() => setDeleting(false)} />
          )}
        </>
      }
    >
      <Card title={t("policyForm.about")}>
        <Stack gap={16}>
          <TextField
            label={t("policyForm.name")}
            value={draft.name}
            maxLength={255}
            error={byField.name}
            onChange={(name) => setDraft({ ...draft, name })}
          />
          <PatternField
            label={t("policyForm.what")}
            value={draft.permission}
            error={byField.permission ?? (lacks ? t("policyForm.lacking") : undefined)}
            onChange={(permission) => setDraft({ ...draft, permission })}
            {...{ permissions, names }}
          />
          <RadioGroup
            label={t("columns.effect")}
            value={draft.effect}
            onChange={(effect) => setDraft({ ...draft, effect: effect as "ALLOW" | "DENY" })}
            options={(["DENY", "ALLOW"] as const).map((value) => ({
              value,
              label: t(`effect.${value}`),
              help: t(`policyForm.help.${value}`),
            }))}
          />
          <TextArea
            label={t("policyForm.purpose")}
            optional
            rows={2}
            value={draft.description}
            error={byField.description}
            onChange={(description) => setDraft({ ...draft, description })}
          />
        </Stack>
      </Card>
      <Card title={t("policyForm.when")}>
        <ConditionGroup
          group={draft.conditions as Group}
          depth={1}
          names={names}
          onChange={(conditions) => setDraft({ ...draft, conditions })}
        />
        <p className="sh-said">{t("policyForm.depth", { depth: depthOf(draft.conditions) })}</p>
      </Card>
    </RightsForm>
  );
}
