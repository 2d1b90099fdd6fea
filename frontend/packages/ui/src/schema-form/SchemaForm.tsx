import { useMemo, type ReactNode } from "react";
import { Banner } from "../feedback/Banner";
import type { Errors } from "./check";
import { FormContext, type Origins } from "./context";
import { NodeView } from "./NodeView";
import { readSchema } from "./read";
import "./SchemaForm.css";

export interface SchemaFormProps {
  /** JSON Schema 2020-12, as the plugin's manifest has it. */
  schema: unknown;
  /** Only what is set here: inherited values come in `inherited`. */
  value: Record<string, unknown>;
  onChange: (value: Record<string, unknown>) => void;
  /** By pointer: from `checkForm`, or the `errors` of a problem. */
  errors?: Errors | undefined;
  /** Names or pointers of secrets; `writeOnly` in the schema makes one too. */
  secrets?: readonly string[] | undefined;
  /** Pointers of the secrets that are stored already. */
  storedSecrets?: readonly string[] | undefined;
  /** What holds where nothing is set here, and where that comes from: `tenant`, `plugin`. */
  inherited?: { values: Record<string, unknown>; origins?: Origins } | undefined;
  /** How an origin is called: "tenant". */
  originLabel?: ((origin: string) => string) | undefined;
  readOnly?: boolean | undefined;
  headingLevel?: 2 | 3 | undefined;
  /** After the fields: Save. */
  children?: ReactNode;
}

/** A form from a schema. What it cannot draw it asks for as JSON; what is wrong it says beside the field. */
export function SchemaForm(props: SchemaFormProps) {
  const {
    schema,
    value,
    onChange,
    errors = {},
    secrets,
    storedSecrets,
    inherited,
    originLabel = plain,
    readOnly = false,
    headingLevel = 2,
  } = props;
  const form = useMemo(() => readSchema(schema, { secrets }), [schema, secrets]);
  const context = useMemo(
    () => ({
      root: value,
      change: (next: unknown) => readOnly || onChange((next ?? {}) as Record<string, unknown>),
      errors,
      stored: new Set(storedSecrets ?? []),
      inherited: inherited?.values ?? {},
      origins: inherited?.origins ?? {},
      originLabel,
      headingLevel,
    }),
    [value, onChange, errors, storedSecrets, inherited, originLabel, readOnly, headingLevel],
  );
  return (
    <FormContext value={context}>
      <div className="px-schema-form">
        {errors[""] && <Banner tone="bad">{errors[""]}</Banner>}
        <fieldset disabled={readOnly}>
          {form.fields.map(({ key, node }) => (
            <NodeView key={key} node={node} path={key === "" ? [] : [key]} />
          ))}
        </fieldset>
        {props.children}
      </div>
    </FormContext>
  );
}

function plain(origin: string): string {
  return origin;
}
