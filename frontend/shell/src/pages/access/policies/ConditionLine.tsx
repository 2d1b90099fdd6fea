import { Combobox, IconButton, Select, TextField } from "@plexica/ui";
import { Trash2 } from "lucide-react";
import { useLanguage, useT } from "../../../i18n/useT";
import { capital, operand } from "../model/sentence";
import type { Operator } from "../model/conditions";
import { isNoNumber, understood } from "./draft";
import type { Leaf } from "./draft";
import { KNOWN, kindOf, operatorsOf } from "./known";

interface ConditionLineProps {
  leaf: Leaf;
  onChange(leaf: Leaf): void;
  onRemove: (() => void) | undefined;
}

const RESOURCE = "resource.";
const KINDS = ["text", "number", "boolean"] as const;

/** One comparison: what, how, with what. */
export function ConditionLine({ leaf, onChange, onRemove }: ConditionLineProps) {
  const t = useT("access");
  const own = leaf.attribute.startsWith(RESOURCE);
  const known = Object.keys(KNOWN).map((name) => ({ value: name, label: capital(t(`attribute.${name}`)) }));
  const kind = kindOf(leaf.attribute);
  const several = leaf.operator === "in";
  const pickAttribute = (attribute: string): void => {
    const operators = operatorsOf(attribute);
    const operator = operators.includes(leaf.operator) ? leaf.operator : operators[0]!;
    onChange({ ...leaf, attribute, operator, kind: kindOf(attribute) ?? leaf.kind });
  };
  return (
    <div className="sh-line">
      <Combobox
        label={t("builder.attribute")}
        value={own ? RESOURCE : leaf.attribute || null}
        placeholder={t("builder.choose")}
        onChange={(value) => value && pickAttribute(value)}
        options={[{ value: RESOURCE, label: t("builder.resource") }, ...known]}
      />
      {own && (
        <TextField
          label={t("builder.field")}
          mono
          placeholder="ownerId"
          value={leaf.attribute.slice(RESOURCE.length)}
          onChange={(name) => onChange({ ...leaf, attribute: RESOURCE + name.trim() })}
        />
      )}
      <Select
        label={t("builder.operator")}
        value={leaf.operator}
        onChange={(operator) => onChange({ ...leaf, operator: operator as Operator })}
        options={operatorsOf(leaf.attribute).map((one) => ({ value: one, label: t(`operator.${one}`) }))}
      />
      {leaf.operator === "exists" ? (
        <Select
          label={t("builder.value")}
          value={leaf.text === "false" ? "false" : "true"}
          onChange={(text) => onChange({ ...leaf, text })}
          options={["true", "false"].map((value) => ({ value, label: t(`value.${value}`) }))}
        />
      ) : (
        <>
          {!(several && (kind || leaf.other)) && (
            <Select
              label={t("builder.with")}
              value={leaf.other ? "other" : kind ? "own" : leaf.kind}
              onChange={(value) =>
                onChange({
                  ...leaf,
                  text: [leaf, { other: value === "other", kind: value }].some(isChosen) ? "" : leaf.text,
                  other: value === "other",
                  kind: value === "number" || value === "boolean" ? value : (kind ?? "text"),
                })
              }
              options={[
                ...(kind
                  ? [{ value: "own", label: t("builder.kind.own") }]
                  : KINDS.filter((one) => !several || one !== "boolean" || one === leaf.kind).map((one) => ({
                      value: one,
                      label: t(`builder.kind.${one}`),
                    }))),
                ...(several ? [] : [{ value: "other", label: t("builder.kind.other") }]),
              ]}
            />
          )}
          <Value leaf={leaf} known={known} onChange={onChange} />
        </>
      )}
      {onRemove && <IconButton icon={Trash2} label={t("builder.remove")} onClick={onRemove} />}
    </div>
  );
}

/** What is not typed but chosen cannot stay when it is compared with something else. */
function isChosen({ other, kind }: { other: boolean; kind: string }): boolean {
  return other || kind === "boolean";
}

interface ValueProps {
  leaf: Leaf;
  known: { value: string; label: string }[];
  onChange(leaf: Leaf): void;
}

function Value({ leaf, known, onChange }: ValueProps) {
  const t = useT("access");
  const language = useLanguage();
  const put = (text: string | null): void => onChange({ ...leaf, text: text ?? "" });
  if (leaf.other) {
    return <Combobox label={t("builder.value")} value={leaf.text || null} onChange={put} options={known} />;
  }
  const several = leaf.operator === "in";
  if (leaf.kind === "boolean" && !several) {
    const options = ["", "true", "false"].map((value) => ({ value, label: value && t(`value.${value}`) }));
    return <Select label={t("builder.value")} value={leaf.text} onChange={put} options={options} />;
  }
  const number = understood(leaf);
  const shown = number === undefined ? undefined : operand({ t, language }, number);
  return (
    <TextField
      label={t(several ? "builder.values" : "builder.value")}
      inputMode={leaf.kind === "number" && !several ? "decimal" : "text"}
      note={shown === undefined || shown === leaf.text.trim() ? undefined : t("builder.understood", { number: shown })}
      error={isNoNumber(leaf) ? t(several ? "builder.noNumbers" : "builder.noNumber") : undefined}
      value={leaf.text}
      onChange={put}
    />
  );
}
