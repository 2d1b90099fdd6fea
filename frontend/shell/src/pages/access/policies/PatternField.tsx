import { Combobox } from "@plexica/ui";
import { useT } from "../../../i18n/useT";
import { SourceIcon } from "../SourceIcon";
import { ownerOf } from "../model/keys";
import { grouped } from "../model/matrix";
import { capital, whatWords } from "../model/sentence";
import type { PermissionView } from "../model/views";
import type { Names } from "../useRights";
import { useSpeech } from "../useSpeech";

interface PatternFieldProps {
  label: string;
  value: string;
  error: string | undefined;
  onChange(pattern: string): void;
  permissions: readonly PermissionView[];
  names: Names;
}

/** One permission, all of a thing, or all of a plugin. */
export function PatternField({ label, value, error, onChange, permissions, names }: PatternFieldProps) {
  const t = useT("access");
  const speech = useSpeech(permissions, names);
  const patterns = grouped(permissions, names.source).flatMap(({ source, permissions: those }) => {
    const things = [...new Set(those.map(({ key }) => key.split(":").slice(0, 2).join(":") + ":*"))];
    return [`${source}:*`, ...(things.length > 1 ? things : []), ...those.map(({ key }) => key)];
  });
  const all = value && !patterns.includes(value) ? [value, ...patterns] : patterns;
  return (
    <Combobox
      label={label}
      error={error}
      placeholder={t("policyForm.choose")}
      value={value || null}
      onChange={(pattern) => onChange(pattern ?? "")}
      options={all.map((pattern) => ({
        value: pattern,
        label: capital(whatWords(speech, pattern)),
        description: pattern,
        icon: <SourceIcon source={ownerOf(pattern)} names={names} />,
      }))}
    />
  );
}
