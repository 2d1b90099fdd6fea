import { Button, IconButton, Select } from "@plexica/ui";
import { ListPlus, Plus, Trash2 } from "lucide-react";
import { useT } from "../../../i18n/useT";
import { DEEPEST } from "../model/conditions";
import type { Join } from "../model/conditions";
import type { Names } from "../useRights";
import { ConditionLine } from "./ConditionLine";
import { leaf, nextId } from "./draft";
import type { Group, Node } from "./draft";

interface ConditionGroupProps {
  group: Group;
  /** The outermost has 1. */
  depth: number;
  names: Names;
  onChange(group: Group): void;
  onRemove?: (() => void) | undefined;
}

/** Conditions of which all, any or none must be true; groups can stand inside groups. */
export function ConditionGroup({ group, depth, names, onChange, onRemove }: ConditionGroupProps) {
  const t = useT("access");
  const replace = (at: number, part: Node): void => onChange({ ...group, parts: group.parts.with(at, part) });
  const remove = (at: number): void => onChange({ ...group, parts: group.parts.toSpliced(at, 1) });
  const add = (part: Node): void => onChange({ ...group, parts: [...group.parts, part] });
  return (
    <fieldset className="sh-group">
      <legend>{t(`builder.legend.${group.join}`)}</legend>
      <div className="sh-group__head">
        <Select
          label={t("builder.join")}
          hideLabel
          value={group.join}
          onChange={(join) => onChange({ ...group, join: join as Join })}
          options={(["all", "any", "not"] as const).map((join) => ({ value: join, label: t(`builder.${join}`) }))}
        />
        {onRemove && <IconButton icon={Trash2} label={t("builder.removeGroup")} onClick={onRemove} />}
      </div>
      {group.parts.map((part, at) => {
        const taken = group.parts.length > 1 ? () => remove(at) : undefined;
        return "join" in part ? (
          <ConditionGroup
            key={part.id}
            group={part}
            depth={depth + 1}
            names={names}
            onChange={(next) => replace(at, next)}
            onRemove={() => remove(at)}
          />
        ) : (
          <ConditionLine key={part.id} leaf={part} onChange={(next) => replace(at, next)} onRemove={taken} />
        );
      })}
      <div className="sh-group__foot">
        <Button size="small" icon={Plus} onClick={() => add(leaf())}>
          {t("builder.add")}
        </Button>
        <Button
          size="small"
          variant="quiet"
          icon={ListPlus}
          disabledReason={depth >= (group.join === "not" ? DEEPEST - 1 : DEEPEST) ? t("builder.deep") : undefined}
          onClick={() => add({ id: nextId(), join: group.join === "all" ? "any" : "all", parts: [leaf()] })}
        >
          {t("builder.addGroup")}
        </Button>
      </div>
    </fieldset>
  );
}
