import { usePlexica } from "@plexica/plugin-api";
import { Combobox, NumberField, Select, TextField } from "@plexica/ui";
import { FormDialog } from "../common/FormDialog";
import type { Versioned } from "../common/read";
import { STAGES } from "../common/types";
import type { Contact, Deal, Stage } from "../common/types";
import { useForm } from "../common/useForm";
import { ContactField } from "./ContactField";
import { useCurrencies } from "./currencies";
import { wordOf } from "./stages";

interface Entered {
  title: string;
  contactId: string | null;
  amount: number | null;
  currency: string | null;
  stage: Stage;
}

export interface DealFormProps {
  deal: Versioned<Deal> | undefined;
  contact: Contact | undefined;
  onClose(): void;
  onDone(deal: Deal): void;
}

export function DealForm({ deal, contact, onClose, onDone }: DealFormProps) {
  const { api, t } = usePlexica();
  const { options, usual } = useCurrencies();
  const start: Entered = {
    title: deal?.value.title ?? "",
    contactId: deal?.value.contactId ?? contact?.id ?? null,
    amount: deal?.value.amount ?? null,
    currency: deal?.value.currency ?? usual,
    stage: deal?.value.stage ?? "NEW",
  };
  const form = useForm<Entered>(
    start,
    (value) => ({
      ...(value.title.trim() ? {} : { title: t("required") }),
      ...(value.contactId ? {} : { contactId: t("required") }),
      ...(Number.isNaN(value.amount) ? { amount: t("deal.noNumber") } : {}),
    }),
    async (value) => {
      const body = {
        ...value,
        title: value.title.trim(),
        currency: value.amount === null ? null : value.currency,
      };
      const sent = deal
        ? await api.patch<Deal>(`/deals/${deal.value.id}`, body, {
            ifMatch: deal.ifMatch,
          })
        : await api.post<Deal>("/deals", body);
      onDone(sent);
    },
  );
  const { value, set, error } = form;
  return (
    <FormDialog
      title={t(deal ? "deal.edit" : "deal.new")}
      send={t(deal ? "deal.save" : "deal.create")}
      form={form}
      onClose={onClose}
    >
      <TextField
        label={t("deal.title")}
        value={value.title}
        error={error("title")}
        maxLength={255}
        autoComplete="off"
        onChange={(title) => set("title", title)}
      />
      <ContactField
        value={value.contactId}
        known={contact}
        error={error("contactId")}
        onChange={(id) => set("contactId", id)}
      />
      <NumberField
        label={t("deal.amount")}
        optional
        strict
        value={value.amount}
        error={error("amount")}
        onChange={(amount) => set("amount", amount)}
      />
      <Combobox
        label={t("deal.currency")}
        options={options}
        value={value.currency}
        error={error("currency")}
        onChange={(currency) => set("currency", currency)}
      />
      <Select
        label={t("deal.stage")}
        options={STAGES.map((stage) => ({
          value: stage,
          label: t(wordOf(stage)),
        }))}
        value={value.stage}
        onChange={(stage) => set("stage", stage as Stage)}
      />
    </FormDialog>
  );
}
