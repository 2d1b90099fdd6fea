import { Button, Field, IconTile, Stack } from "@plexica/ui";
import { Upload } from "lucide-react";
import { useRef, useState } from "react";
import { showable } from "../../../app/Theme";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { readLogo } from "../model/logo";
import type { LogoProblem } from "../model/logo";

interface LogoFieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  error: string | undefined;
  readOnly: boolean;
}

/** A picture of the tenant; whatever is chosen becomes a small PNG before it is sent. */
export function LogoField({ label, value, onChange, error, readOnly }: LogoFieldProps) {
  const t = useT("settings");
  const { tenant } = useMe();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<LogoProblem | null>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const read = await readLogo(file);
    setProblem("problem" in read ? read.problem : null);
    if ("data" in read) onChange(read.data);
  };
  const elsewhere = value !== "" && !showable(value);
  const help = t(elsewhere ? "general.logoElsewhere" : "general.logoHelp");
  return (
    <Field label={label} optional help={help} error={problem ? t(`general.logo_${problem}`) : error}>
      {(control) => (
        <Stack direction="across" gap={12}>
          <IconTile size={56} letter={tenant.name} src={showable(value)} />
          <input
            {...control}
            ref={input}
            className="sh-file"
            type="file"
            accept="image/png,image/jpeg,image/gif,image/webp,image/svg+xml"
            disabled={readOnly}
            onChange={(event) => {
              void take(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
          {!readOnly && (
            <Button icon={Upload} onClick={() => input.current?.click()}>
              {t("general.choose")}
            </Button>
          )}
          {value && !readOnly && (
            <Button variant="quiet" onClick={() => onChange("")}>
              {t("general.remove")}
            </Button>
          )}
        </Stack>
      )}
    </Field>
  );
}
