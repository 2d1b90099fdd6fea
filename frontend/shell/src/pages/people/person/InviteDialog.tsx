import { useSend } from "@plexica/api-client";
import type { User } from "@plexica/api-client";
import { RadioGroup, SecretField, TextField } from "@plexica/ui";
import { useState } from "react";
import { errorAt } from "../../../common/errors";
import { useFeedback } from "../../../common/Feedback";
import { FormDialog } from "../../../common/FormDialog";
import { useT } from "../../../i18n/useT";
import { RoleChoice } from "../common/RoleChoice";
import { TOUCHED } from "../common/useAct";
import { useRefusal } from "../common/useRefusal";
import { nameOf } from "../model/person";

const POINTERS = ["/email", "/firstName", "/lastName", "/password", "/roles"];

/** Lets somebody in: by a mail that they answer, or with a first password. */
export function InviteDialog({ onClose, onDone }: { onClose(): void; onDone(user: User): void }) {
  const t = useT("people");
  const { notify } = useFeedback();
  const refusal = useRefusal();
  const send = useSend<User>({ invalidates: TOUCHED });
  const [form, setForm] = useState({ email: "", firstName: "", lastName: "", password: "" });
  const [entry, setEntry] = useState<"invite" | "password">("invite");
  const [roles, setRoles] = useState<string[]>(["member"]);
  const [tried, setTried] = useState(false);
  const missing = form.email.trim() === "" ? t("invite.noEmail") : undefined;
  const field = (name: keyof typeof form) => ({
    label: t(name),
    value: form[name],
    error: errorAt(send.error, `/${name}`),
    onChange: (value: string | undefined) => setForm((before) => ({ ...before, [name]: value ?? "" })),
  });

  const submit = async (): Promise<void> => {
    setTried(true);
    if (missing) return;
    const { data } = await send.mutateAsync({
      path: entry === "invite" ? "/users/invite" : "/users",
      body: {
        email: form.email.trim(),
        firstName: form.firstName.trim() || undefined,
        lastName: form.lastName.trim() || undefined,
        roles,
        ...(entry === "password" ? { password: form.password } : {}),
      },
    });
    notify({ text: t(`invite.done.${entry}`, { person: nameOf(data) }), tone: "good" });
    onDone(data);
  };
  return (
    <FormDialog
      title={t("invite.title")}
      description={t("invite.text")}
      size="medium"
      submit={t(`invite.submit.${entry}`)}
      send={send}
      pointers={POINTERS}
      refusal={send.error ? refusal(send.error) : undefined}
      onClose={onClose}
      onSubmit={() => void submit().catch(() => {})}
    >
      <TextField
        type="email"
        autoFocus
        autoComplete="off"
        {...field("email")}
        error={(tried && missing) || errorAt(send.error, "/email")}
      />
      <div className="sh-pair">
        <TextField optional autoComplete="off" {...field("firstName")} />
        <TextField optional autoComplete="off" {...field("lastName")} />
      </div>
      <RoleChoice label={t("columns.roles")} value={roles} onChange={setRoles} error={errorAt(send.error, "/roles")} />
      <RadioGroup
        label={t("invite.entry")}
        boxed
        value={entry}
        onChange={setEntry}
        options={[
          { value: "invite", label: t("invite.byMail"), help: t("invite.byMailHelp") },
          {
            value: "password",
            label: t("invite.byPassword"),
            help: t("invite.byPasswordHelp"),
            children: entry === "password" && <SecretField {...field("password")} />,
          },
        ]}
      />
    </FormDialog>
  );
}
