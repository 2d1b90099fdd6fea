import { useInvalidate, usePlatform } from "@plexica/api-client";
import { Banner, Checkbox, DiffView, TextField, useUndo } from "@plexica/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePlanNames } from "../../api/plans";
import type { Flag } from "../../api/types";
import { FormDialog } from "../../common/FormDialog";
import { usePlanName } from "../../common/usePlanName";
import { useWork } from "../../common/useWork";
import { sorted } from "../../logic/pointers";
import { slugs } from "./flags";

const POINTERS = { key: "/key", description: "/description", tenants: "/tenants", plans: "/plans" };

/** Says which tenant is meant: the field names several. */
function withName(error: { pointer: string; message: string }) {
  const slug = /^\/tenants\/(.+)$/.exec(error.pointer)?.[1];
  return slug ? { ...error, message: `${slug} ${error.message}` } : error;
}

function settingsOf({ enabled, plans, tenants, description }: Flag) {
  return { enabled, plans, tenants, ...(description ? { description } : {}) };
}

/** Makes a flag, or changes one. */
export function FlagDialog({ flag, onClose }: { flag: Flag | null; onClose: () => void }) {
  const { t } = useTranslation("settings");
  const { api } = usePlatform();
  const invalidate = useInvalidate();
  const offer = useUndo();
  const work = useWork();
  const allPlans = usePlanNames(...(flag?.plans ?? []));
  const planName = usePlanName();
  const named = (on: boolean) => Object.keys(flag?.tenants ?? {}).filter((slug) => flag?.tenants[slug] === on);
  const [start] = useState(flag);
  // What somebody else has made of it meanwhile. It is shown before anything is saved over it.
  const [moved, setMoved] = useState<Flag | null>(null);
  const [key, setKey] = useState(flag?.key ?? "");
  const [description, setDescription] = useState(flag?.description ?? "");
  const [enabled, setEnabled] = useState(flag?.enabled ?? false);
  const [plans, setPlans] = useState(flag?.plans ?? []);
  const [on, setOn] = useState(named(true).join(", "));
  const [off, setOff] = useState(named(false).join(", "));
  const told = sorted((work.problem?.errors ?? []).map(withName), POINTERS);
  const tenants = Object.fromEntries([
    ...slugs(off).map((slug) => [slug, false]),
    ...slugs(on).map((slug) => [slug, true]),
  ]);
  const body = { enabled, plans, tenants, ...(description.trim() ? { description: description.trim() } : {}) };
  const submit = () =>
    work.run(async () => {
      if (flag) {
        const { data, etag } = await api.call<Flag>("GET", `/feature-flags/${flag.key}`);
        if (data.updatedAt !== (moved ?? start)?.updatedAt) return setMoved(data);
        await api.put(`/feature-flags/${flag.key}`, body, { ifMatch: etag });
      } else {
        await api.post("/feature-flags", { key: key.trim(), ...body });
      }
      await invalidate("/feature-flags");
      offer({ text: t("flags.saved", { key: key.trim() }) });
      onClose();
    });
  return (
    <FormDialog
      title={flag ? t("flags.formEdit", { key: flag.key }) : t("flags.formNew")}
      submit={flag ? t("common:action.save") : t("flags.create")}
      work={work}
      isTold={told.others.length === 0 && Object.keys(told.fields).length > 0}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      {moved && (
        <Banner tone="warning" title={t("common:conflict.title")} urgent>
          <DiffView label={t("common:conflict.title")} before={settingsOf(moved)} after={body} />
          {t("flags.moved")}
        </Banner>
      )}
      {!flag && (
        <TextField
          label={t("flags.key")}
          help={t("flags.keyHelp")}
          value={key}
          onChange={setKey}
          error={told.fields.key}
          spellCheck={false}
          autoFocus
          mono
        />
      )}
      <TextField
        label={t("flags.description")}
        optional
        value={description}
        onChange={setDescription}
        error={told.fields.description}
      />
      <Checkbox label={t("flags.enabled")} checked={enabled} onChange={setEnabled} />
      <fieldset className="ad-stack ad-stack--tight">
        <legend className="ad-legend">{t("flags.forPlans")}</legend>
        {allPlans.map((plan) => (
          <Checkbox
            key={plan}
            label={planName(plan)}
            checked={plans.includes(plan)}
            onChange={(is) => setPlans(is ? [...plans, plan] : plans.filter((one) => one !== plan))}
          />
        ))}
      </fieldset>
      <TextField
        label={t("flags.forTenants")}
        help={t("flags.tenantsHelp")}
        optional
        value={on}
        onChange={setOn}
        error={told.fields.tenants}
        spellCheck={false}
      />
      <TextField label={t("flags.notTenants")} optional value={off} onChange={setOff} spellCheck={false} />
    </FormDialog>
  );
}
