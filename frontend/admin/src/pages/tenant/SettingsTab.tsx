import { isProblem } from "@plexica/api-client";
import { ActionBar, Button, Card, CodeBlock, Select, TextField, useAnnounce } from "@plexica/ui";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useTenantActions } from "../../api/tenants";
import type { Tenant } from "../../api/types";
import { LeaveGuard } from "../../common/LeaveGuard";
import { Trouble } from "../../common/Trouble";
import { useWork } from "../../common/useWork";
import { sorted } from "../../logic/pointers";
import { Conflict } from "./Conflict";
import { FIELDS, patchOf, POINTERS, valuesOf, type SettingsField, type SettingsValues } from "./settings";

const ZONES = Intl.supportedValuesOf("timeZone");

/** What an operator sets of a tenant. What somebody else has saved meanwhile is never overwritten unasked. */
export function SettingsTab({ tenant, etag }: { tenant: Tenant; etag: string | null }) {
  const { t } = useTranslation("tenants");
  const { edit } = useTenantActions();
  const announce = useAnnounce();
  const work = useWork();
  const [base, setBase] = useState({ values: valuesOf(tenant), etag });
  const [values, setValues] = useState(base.values);
  const isDirty = FIELDS.some((field) => values[field] !== base.values[field]);
  const told = sorted(work.problem?.errors ?? [], POINTERS);
  const isConflict = isProblem(work.problem, "precondition-failed");

  const save = (condition: string | null) =>
    work.run(async () => {
      const answer = await edit(tenant.slug, patchOf(base.values, values), condition);
      const saved = valuesOf(answer.data);
      setBase({ values: saved, etag: answer.etag });
      setValues(saved);
      announce(t("settings.saved"));
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(base.etag);
  };
  const take = (fresh: Tenant, freshEtag: string | null, present: SettingsValues) => {
    work.clear();
    setBase({ values: valuesOf(fresh), etag: freshEtag });
    setValues(present);
  };
  const field = (name: SettingsField) => ({
    value: values[name],
    onChange: (value: string) => setValues((before) => ({ ...before, [name]: value })),
    error: told.fields[name],
  });
  return (
    <form onSubmit={submit} noValidate>
      <LeaveGuard dirty={isDirty && !work.busy} />
      <Card>
        <div className="ad-form">
          <TextField label={t("settings.name")} {...field("name")} />
          <Select
            label={t("settings.language")}
            help={t("settings.languageHelp")}
            placeholder={t("settings.none")}
            options={["en", "it"].map((value) => ({
              value,
              label: new Intl.DisplayNames(value, { type: "language" }).of(value) ?? value,
            }))}
            {...field("language")}
          />
          <Select
            label={t("settings.timezone")}
            placeholder={t("settings.none")}
            options={ZONES.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
            {...field("timezone")}
          />
          <TextField label={t("settings.contactEmail")} type="email" optional {...field("contactEmail")} />
          <TextField
            label={t("settings.website")}
            type="url"
            optional
            help={t("settings.websiteHelp")}
            {...field("website")}
          />
          <Others tenant={tenant} />
          {work.problem && !isConflict && (told.others.length > 0 || work.problem.errors.length === 0) && (
            <Trouble problem={work.problem} />
          )}
        </div>
      </Card>
      {isConflict && (
        <Conflict slug={tenant.slug} base={base.values} typed={values} onChoose={take} onClose={work.clear} />
      )}
      {isDirty && (
        <ActionBar>
          <Button variant="quiet" onClick={() => setValues(base.values)}>
            {t("common:action.discard")}
          </Button>
          <Button type="submit" variant="primary" busy={work.busy}>
            {t("common:action.save")}
          </Button>
        </ActionBar>
      )}
    </form>
  );
}

function Others({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation("tenants");
  const { general: _, ...others } = tenant.settings ?? {};
  if (Object.keys(others).length === 0) {
    return null;
  }
  return (
    <div className="ad-stack">
      <h3>{t("settings.other")}</h3>
      <p className="ad-quiet">{t("settings.otherHelp")}</p>
      <CodeBlock label={t("settings.other")} code={JSON.stringify(others, null, 2)} />
    </div>
  );
}
