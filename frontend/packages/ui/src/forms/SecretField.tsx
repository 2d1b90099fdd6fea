import { useState, type ReactNode } from "react";
import { LockKeyhole } from "lucide-react";
import { Button } from "../actions/Button";
import { Icon } from "../identity/Icon";
import { useTexts } from "../texts/TextsProvider";
import { Field, type FieldBase } from "./Field";
import "./SecretField.css";

export interface SecretFieldProps extends FieldBase {
  /** A value is kept already. It never comes here. */
  stored?: boolean | undefined;
  /** `undefined` leaves what is stored as it is. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  note?: ReactNode;
}

/** Written, never read: what is stored can only be replaced. */
export function SecretField({ stored = false, value, onChange, help, ...rest }: SecretFieldProps) {
  const texts = useTexts();
  const [replacing, setReplacing] = useState(false);
  const kept = stored && !replacing && value === undefined;
  return (
    <Field {...rest} help={help ?? texts.secretHelp}>
      {(control) =>
        kept ? (
          <span className="px-secret">
            <Icon of={LockKeyhole} size={16} />
            <span className="px-secret__stored">{texts.secretStored}</span>
            <Button
              {...control}
              aria-label={`${texts.replace}: ${rest.label}`}
              aria-invalid={undefined}
              aria-required={undefined}
              size="small"
              onClick={() => setReplacing(true)}
            >
              {texts.replace}
            </Button>
          </span>
        ) : (
          <span className="px-secret">
            <input
              {...control}
              className="px-input px-input--mono"
              type="password"
              autoComplete="new-password"
              autoFocus={replacing}
              value={value ?? ""}
              onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
            />
            {stored && (
              <Button
                variant="quiet"
                size="small"
                onClick={() => {
                  setReplacing(false);
                  onChange(undefined);
                }}
              >
                {texts.keepStored}
              </Button>
            )}
          </span>
        )
      }
    </Field>
  );
}
