import { AsidePage, ProblemView, Stack } from "@plexica/ui";
import { isTold } from "../../../common/errors";
import { useFeedback } from "../../../common/Feedback";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { Conflict } from "../common/Conflict";
import { LeaveGuard } from "../../../common/LeaveGuard";
import { SaveBar } from "../common/SaveBar";
import { FIELDS } from "../model/draft";
import type { Draft, Field } from "../model/draft";
import { ContactCard } from "./ContactCard";
import { LookCard } from "./LookCard";
import { Preview } from "./Preview";
import { useGeneral } from "./useGeneral";

const POINTERS = ["/general", "/colors", "/logo", "/logoDark", "/mode"];

export interface PartProps {
  draft: Draft;
  change(part: Partial<Draft>): void;
  error(field: Field): string | undefined;
  readOnly: boolean;
}

export function GeneralForm({ start, etag }: { start: Draft; etag: string | null }) {
  const t = useT("settings");
  const { can } = useMe();
  const { notify } = useFeedback();
  const form = useGeneral(start, etag);
  const readOnly = !can("core:settings:write");
  const dirty = form.changed.length > 0;
  const said = (done: boolean): void => {
    if (done) notify({ text: t("saved"), tone: "good" });
  };
  const shown = (field: Field, value: string): string =>
    field === "logo" || field === "logoDark" ? t(value ? "general.picture" : "general.noPicture") : value;
  const error = (field: Field): string | undefined => {
    const pointer = POINTER[field];
    return form.problem?.errors.find((one) => one.pointer === pointer)?.message;
  };
  const part = { draft: form.draft, change: form.change, error, readOnly };
  return (
    <>
      <AsidePage aside={<Preview draft={form.draft} />}>
        <Stack gap={16}>
          <ContactCard {...part} />
          <LookCard {...part} />
          {form.problem && !isTold(form.problem, POINTERS) && <ProblemView problem={form.problem} />}
        </Stack>
      </AsidePage>
      {dirty && !readOnly && (
        <SaveBar busy={form.busy} onSave={() => void form.save().then(said)} onDiscard={form.discard} />
      )}
      <LeaveGuard dirty={dirty && !readOnly} />
      {form.theirs && (
        <Conflict
          differences={FIELDS.filter((field) => form.draft[field] !== form.theirs?.[field]).map((field) => ({
            id: field,
            label: t(`general.${field}`),
            mine: shown(field, form.draft[field]),
            theirs: shown(field, form.theirs?.[field] ?? ""),
          }))}
          onMine={() => void form.keepMine().then(said)}
          onTheirs={form.keepTheirs}
          onClose={form.decideLater}
        />
      )}
    </>
  );
}

const POINTER: Record<Field, string> = {
  language: "/general/language",
  timezone: "/general/timezone",
  contactEmail: "/general/contactEmail",
  website: "/general/website",
  accent: "/colors/accent",
  mode: "/mode",
  logo: "/logo",
  logoDark: "/logoDark",
};
