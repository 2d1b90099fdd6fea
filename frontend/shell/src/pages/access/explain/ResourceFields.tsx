import { Avatar, Combobox, Select, TextField } from "@plexica/ui";
import { useT } from "../../../i18n/useT";
import { fullName } from "../../../state/me";
import { isOther } from "../model/conditions";
import type { Comparison } from "../model/conditions";
import { capital, plain } from "../model/sentence";
import type { Book } from "./book";
import { typed } from "./question";

type Known = Record<string, unknown>;

/** What policies ask of the thing in question: a field for each. */
export function ResourceFields({
  book,
  wanted,
  value,
  onChange,
}: {
  book: Book;
  wanted: ReadonlyMap<string, Comparison>;
  value: Known;
  onChange(value: Known): void;
}) {
  const t = useT("access");
  return (
    <fieldset className="sh-question__more">
      <legend>{t("explain.askedOfIt")}</legend>
      {[...wanted].map(([attribute, comparison]) => {
        const path = attribute.split(".").slice(1);
        const label = capital(plain(path.join(" ")));
        const now = at(value, path);
        const put = (next: unknown): void => onChange(withAt(value, path, next));
        if (isOther(comparison.value) && comparison.value.attribute === "user.id") {
          return (
            <Combobox
              key={attribute}
              label={label}
              optional
              value={typeof now === "string" ? now : null}
              onChange={(id) => put(id ?? undefined)}
              options={book.users.map((one) => ({
                value: one.id,
                label: fullName(one),
                icon: <Avatar name={fullName(one)} size={20} />,
              }))}
            />
          );
        }
        if (typeof comparison.value === "boolean" && comparison.operator !== "exists") {
          return (
            <Select
              key={attribute}
              label={label}
              optional
              value={now === undefined ? "" : String(now)}
              onChange={(text) => put(typed(text, true))}
              options={["", "true", "false"].map((one) => ({ value: one, label: one && t(`value.${one}`) }))}
            />
          );
        }
        return (
          <TextField
            key={attribute}
            label={label}
            optional
            value={now === undefined ? "" : String(now)}
            onChange={(text) => put(typed(text, comparison.value))}
          />
        );
      })}
    </fieldset>
  );
}

function at(value: Known, path: readonly string[]): unknown {
  return path.reduce<unknown>((from, part) => (from as Known | undefined)?.[part], value);
}

function withAt(value: Known, [first = "", ...rest]: readonly string[], next: unknown): Known {
  if (rest.length === 0) return { ...value, [first]: next };
  return { ...value, [first]: withAt((value[first] as Known | undefined) ?? {}, rest, next) };
}
