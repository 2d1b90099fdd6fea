import { covers } from "@plexica/api-client";
import { Checkbox, Key } from "@plexica/ui";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { SourceIcon } from "../SourceIcon";
import { isWild, ownerOf } from "../model/keys";
import { allOf, grouped, strangers, toggled } from "../model/matrix";
import { capital, whatWords } from "../model/sentence";
import type { PermissionView } from "../model/views";
import type { Names } from "../useRights";
import { useSpeech } from "../useSpeech";

interface PermissionBoxesProps {
  value: readonly string[];
  onChange(keys: string[]): void;
  permissions: readonly PermissionView[];
  names: Names;
  q: string;
}

/** A box for each permission, by plugin, and one for all of a plugin. What one lacks oneself one cannot give. */
export function PermissionBoxes({ value, onChange, permissions, names, q }: PermissionBoxesProps) {
  const t = useT("access");
  const { me } = useMe();
  const speech = useSpeech(permissions, names);
  const text = q.toLowerCase();
  const shown = permissions.filter((one) => `${names.permission(one)} ${one.key}`.toLowerCase().includes(text));
  const others = strangers(value, permissions);

  const box = (key: string, label: string, help?: string | null) => {
    const wider = value.find((held) => held !== key && covers(held, key));
    const lacks = !me.permissions.some((held) => covers(held, key));
    return (
      <Checkbox
        key={key}
        label={label}
        help={help || undefined}
        checked={value.includes(key) || wider !== undefined}
        onChange={(on) => onChange(toggled(value, key, on))}
        disabledReason={
          wider ? t("box.comesWith", { what: whatWords(speech, wider) }) : lacks ? t("box.lacking") : undefined
        }
      />
    );
  };
  return (
    <div className="sh-boxes">
      {grouped(shown, names.source).map(({ source, permissions: those }) => {
        const patterns = value.filter((key) => isWild(key) && key !== allOf(source) && ownerOf(key) === source);
        return (
          <fieldset key={source}>
            <legend>
              <SourceIcon source={source} names={names} />
              {names.source(source)}
            </legend>
            {box(allOf(source), capital(whatWords(speech, allOf(source))), t("box.later"))}
            {patterns.map((key) => box(key, capital(whatWords(speech, key))))}
            {those.map((one) => box(one.key, names.permission(one), one.description))}
          </fieldset>
        );
      })}
      {others.length > 0 && (
        <fieldset>
          <legend>{t("box.strangers")}</legend>
          {others.map((key) => (
            <Checkbox
              key={key}
              label={<Key>{key}</Key>}
              checked
              onChange={() => onChange(toggled(value, key, false))}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}
