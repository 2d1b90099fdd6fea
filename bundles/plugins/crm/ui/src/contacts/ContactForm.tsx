import { usePlexica } from "@plexica/plugin-api";
import { TextArea, TextField } from "@plexica/ui";
import { FormDialog } from "../common/FormDialog";
import type { Versioned } from "../common/read";
import type { Contact } from "../common/types";
import { useForm } from "../common/useForm";

const EMPTY = { name: "", email: "", phone: "", company: "", notes: "" };
const EMAIL = /^[^\s@]+@[^\s@]+$/;
const PHONE = /^\+[1-9]\d{1,14}$/;
type Entered = typeof EMPTY;

export interface ContactFormProps {
  contact: Versioned<Contact> | undefined;
  onClose(): void;
  onDone(contact: Contact): void;
}

export function ContactForm({ contact, onClose, onDone }: ContactFormProps) {
  const { api, t } = usePlexica();
  const start: Entered = { ...EMPTY, ...filled(contact?.value) };
  const form = useForm<Entered>(
    start,
    (value) => {
      const { email, phone } = emptied(value);
      return {
        ...(value.name.trim() ? {} : { name: t("required") }),
        ...(email && !EMAIL.test(email) ? { email: t("contact.noEmail") } : {}),
        ...(phone && !PHONE.test(phone) ? { phone: t("contact.noPhone") } : {}),
      };
    },
    async (value) => {
      const body = emptied(value);
      const sent = contact
        ? await api.patch<Contact>(`/contacts/${contact.value.id}`, body, {
            ifMatch: contact.ifMatch,
          })
        : await api.post<Contact>("/contacts", body);
      onDone(sent);
    },
  );
  const field = (name: keyof Entered) => ({
    label: t(`contact.${name}`),
    value: form.value[name],
    error: form.error(name),
    onChange: (value: string) => form.set(name, value),
  });
  return (
    <FormDialog
      title={t(contact ? "contact.edit" : "contact.new")}
      send={t(contact ? "contact.save" : "contact.create")}
      form={form}
      onClose={onClose}
    >
      <TextField {...field("name")} autoComplete="off" maxLength={255} />
      <TextField
        {...field("company")}
        optional
        autoComplete="off"
        maxLength={255}
      />
      <TextField
        {...field("email")}
        optional
        type="email"
        autoComplete="off"
        maxLength={254}
      />
      <TextField
        {...field("phone")}
        optional
        type="tel"
        autoComplete="off"
        help={t("contact.phoneHelp")}
      />
      <TextArea {...field("notes")} optional rows={4} />
    </FormDialog>
  );
}

function filled(contact: Contact | undefined): Partial<Entered> {
  if (!contact) return {};
  const { name, email, phone, company, notes } = contact;
  return {
    name,
    email: email ?? "",
    phone: phone ?? "",
    company: company ?? "",
    notes: notes ?? "",
  };
}

/** What is left empty is none; numbers are written without gaps, as endpoints want them. */
function emptied({ name, email, phone, company, notes }: Entered) {
  return {
    name: name.trim(),
    email: email.trim() || null,
    phone: phone.replace(/[\s()./-]/g, "").replace(/^00/, "+") || null,
    company: company.trim() || null,
    notes: notes.trim() ? notes : null,
  };
}
