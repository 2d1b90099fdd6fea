import { usePlexica } from "@plexica/plugin-api";
import {
  Button,
  Combobox,
  Dialog,
  NumberField,
  ProblemView,
  Select,
  Stack,
  TextField,
} from "@plexica/ui";
import { useId } from "react";
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
  const formId = useId();
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
    <Dialog
      title={t(deal ? "deal.edit" : "deal.new")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            busy={form.busy}
          >
            {t(deal ? "deal.save" : "deal.create")}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
        }}
      >
        <Stack>
          {form.problem && <ProblemView problem={form.problem} />}
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
        </Stack>
      </form>
    </Dialog>
  );
}
