import { Checkbox, Stack } from "@plexica/ui";
import { useId } from "react";
import { useT } from "../../../i18n/useT";
import { withRole } from "../model/person";
import { useRoleName } from "./useRoleName";
import { useRoles } from "./useRoles";

interface RoleChoiceProps {
  label: string;
  value: readonly string[];
  onChange(value: string[]): void;
  error?: string | undefined;
}

/** Which roles somebody, or a team, is to have. */
export function RoleChoice({ label, value, onChange, error }: RoleChoiceProps) {
  const t = useT("people");
  const id = useId();
  const roles = useRoles();
  const nameOf = useRoleName();
  return (
    <fieldset className="sh-choice" aria-describedby={error && id}>
      <legend>{label}</legend>
      <Stack gap={8}>
        {(roles ?? value.map((name) => ({ id: name, name, description: null }))).map((role) => (
          <Checkbox
            key={role.id}
            label={nameOf(role.name)}
            help={t(`roleText.${role.name}`, { defaultValue: role.description ?? "" }) || undefined}
            checked={value.includes(role.name)}
            onChange={(held) => onChange(withRole(value, role.name, held))}
          />
        ))}
      </Stack>
      {error && (
        <p className="sh-choice__error" id={id} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
