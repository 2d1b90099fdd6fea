import { usePlatform } from "@plexica/api-client";
import { Banner, Button, ButtonLink, FormSection, PageHead, RadioGroup, SecretField, TextField } from "@plexica/ui";
import { usePageTitle } from "@plexica/ui/frame";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { useTenantActions } from "../../api/tenants";
import { tenantAddress } from "../../common/address";
import { LeaveGuard } from "../../common/LeaveGuard";
import { PlanField } from "../../common/PlanField";
import { Trouble } from "../../common/Trouble";
import { useWork } from "../../common/useWork";
import { sorted } from "../../logic/pointers";
import { reasonWord, sentence } from "../../logic/sentence";
import { isSlug, suggestSlug } from "../../logic/slug";
import { findCreation } from "../../state/creations";
import { draftOf, emptyForm, POINTERS, problemsOf, type Field, type TenantForm } from "./form";

/** Asks for what a tenant begins with. */
export function NewTenantPage() {
  const { t } = useTranslation("tenants");
  usePageTitle([t("title"), "/tenants"], [t("form.title")]);
  const { boot } = usePlatform();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { create } = useTenantActions();
  const work = useWork();
  const [start] = useState<TenantForm>(() => emptyForm(findCreation(search.get("again") ?? "")?.draft));
  const [form, setForm] = useState(start);
  const [isSlugOwn, setSlugOwn] = useState(form.slug !== "");
  const [checked, setChecked] = useState(false);

  const own = checked ? problemsOf(form) : {};
  const told = sorted(work.problem?.errors ?? [], POINTERS);
  if (work.problem && ["slug-taken", "slug-retired"].includes(reasonWord(work.problem.detail) ?? "")) {
    told.fields.slug = sentence(work.problem.detail);
  }
  const error = (field: Field) => (own[field] ? t(own[field]) : told.fields[field]);
  const set = (field: keyof TenantForm) => (value: string | undefined) => {
    work.clear();
    setForm((before) => ({
      ...before,
      [field]: value ?? "",
      ...(field === "name" && !isSlugOwn ? { slug: suggestSlug(value ?? "") } : {}),
    }));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(problemsOf(form)).length > 0) {
      document.querySelector<HTMLElement>("form [aria-invalid]")?.focus();
      return;
    }
    await work.run(async () => {
      const operation = await create(draftOf(form));
      void navigate(`/tenants?creating=${operation.id}`);
    });
  };
  const wrong = Object.keys({ ...told.fields, ...own }).length;
  const isElsewhere = work.problem && (told.others.length > 0 || Object.keys(told.fields).length === 0);
  return (
    <>
      <PageHead title={t("form.title")} description={t("form.intro")} />
      <LeaveGuard dirty={!work.busy && JSON.stringify(form) !== JSON.stringify(start)} />
      <form className="ad-form" onSubmit={(event) => void submit(event)} noValidate>
        {wrong > 0 && <Banner tone="bad" title={t("form.problems", { count: wrong })} urgent />}
        {isElsewhere && <Trouble problem={work.problem!} />}
        <TextField
          label={t("form.name")}
          help={t("form.nameHelp")}
          value={form.name}
          error={error("name")}
          onChange={set("name")}
          maxLength={255}
          autoFocus
        />
        <TextField
          label={t("form.slug")}
          help={
            isSlug(form.slug) ? t("form.slugHelp", { address: tenantAddress(boot, form.slug) }) : t("form.slugHelpNone")
          }
          value={form.slug}
          error={error("slug")}
          onChange={(slug) => {
            setSlugOwn(slug !== "");
            set("slug")(slug);
          }}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={30}
          mono
        />
        <FormSection title={t("form.plan")} description={t("form.planHelp")}>
          <PlanField label={t("form.plan")} hideLabel value={form.plan} error={error("plan")} onChange={set("plan")} />
        </FormSection>
        <FormSection title={t("form.admin")}>
          <TextField
            label={t("form.email")}
            type="email"
            value={form.email}
            error={error("email")}
            onChange={set("email")}
            autoComplete="off"
          />
          <div className="ad-pair">
            <TextField
              label={t("form.firstName")}
              optional
              value={form.firstName}
              error={error("firstName")}
              onChange={set("firstName")}
            />
            <TextField
              label={t("form.lastName")}
              optional
              value={form.lastName}
              error={error("lastName")}
              onChange={set("lastName")}
            />
          </div>
          <RadioGroup
            label={t("form.entry")}
            value={form.entry}
            onChange={set("entry")}
            boxed
            options={[
              { value: "invite", label: t("form.invite"), help: t("form.inviteHelp") },
              {
                value: "password",
                label: t("form.password"),
                help: t("form.passwordHelp"),
                children: (
                  <SecretField
                    label={t("form.passwordLabel")}
                    help={t("form.passwordRule")}
                    value={form.password}
                    error={error("password")}
                    onChange={set("password")}
                  />
                ),
              },
            ]}
          />
        </FormSection>
        <div className="ad-form-actions">
          <ButtonLink to="/tenants" variant="quiet">
            {t("common:action.cancel")}
          </ButtonLink>
          <Button type="submit" variant="primary" busy={work.busy}>
            {form.name.trim() ? t("form.submit", { name: form.name.trim() }) : t("form.submitEmpty")}
          </Button>
        </div>
      </form>
    </>
  );
}
