import { useInvalidate, usePlatform } from "@plexica/api-client";
import { RadioGroup, SecretField, TextField, useUndo } from "@plexica/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Person } from "../../api/types";
import { FormDialog } from "../../common/FormDialog";
import { useWork } from "../../common/useWork";
import { personName } from "../../logic/person";
import { sorted } from "../../logic/pointers";

const POINTERS = { email: "/email", firstName: "/firstName", lastName: "/lastName", password: "/password" };

/** Adds somebody who may do all that the caller may. */
export function AddDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("users");
  const { api } = usePlatform();
  const invalidate = useInvalidate();
  const offer = useUndo();
  const work = useWork();
  const [form, setForm] = useState({ email: "", firstName: "", lastName: "", password: "" });
  const [entry, setEntry] = useState<"invite" | "password">("invite");
  const told = sorted(work.problem?.errors ?? [], POINTERS);
  const field = (name: keyof typeof form) => ({
    label: t(name === "password" ? "form.passwordLabel" : `form.${name}`),
    value: form[name],
    error: told.fields[name],
    onChange: (value: string | undefined) => setForm((before) => ({ ...before, [name]: value ?? "" })),
  });
  const submit = () =>
    work.run(async () => {
      const person = await api.post<Person>("/super-admins", {
        email: form.email.trim(),
        ...(form.firstName.trim() ? { firstName: form.firstName.trim() } : {}),
        ...(form.lastName.trim() ? { lastName: form.lastName.trim() } : {}),
        ...(entry === "password" ? { password: form.password } : {}),
      });
      await invalidate("/super-admins");
      offer({ text: t("form.done", { name: personName(person) }) });
      onClose();
    });
  const name = form.firstName.trim() || form.email.trim();
  return (
    <FormDialog
      title={t("form.title")}
      description={t("form.text")}
      submit={name ? t("form.submit", { name }) : t("form.submitEmpty")}
      work={work}
      isTold={told.others.length === 0 && Object.keys(told.fields).length > 0}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <TextField type="email" autoFocus autoComplete="off" {...field("email")} />
      <div className="ad-pair">
        <TextField optional {...field("firstName")} />
        <TextField optional {...field("lastName")} />
      </div>
      <RadioGroup
        label={t("form.entry")}
        boxed
        value={entry}
        onChange={setEntry}
        options={[
          { value: "invite", label: t("form.invite"), help: t("form.inviteHelp") },
          {
            value: "password",
            label: t("form.password"),
            help: t("form.passwordHelp"),
            children: <SecretField help={t("tenants:form.passwordRule")} {...field("password")} />,
          },
        ]}
      />
    </FormDialog>
  );
}
