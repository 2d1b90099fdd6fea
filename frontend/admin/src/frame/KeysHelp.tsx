import { Dialog, KeyCap, Switch } from "@plexica/ui";
import { useTranslation } from "react-i18next";
import { changePrefs, usePrefs } from "../common/prefs";

const KEYS: [keys: string[], text: string][] = [
  [["Ctrl", "K"], "find"],
  [["/"], "filter"],
  [["N"], "create"],
  [["G", "O"], "goOverview"],
  [["G", "T"], "goTenants"],
  [["G", "R"], "goRegistry"],
  [["G", "H"], "goHealth"],
  [["G", "A"], "goAudit"],
  [["?"], "help"],
];

/** The keys, and the switch for those who do not want them. */
export default function KeysHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { letters } = usePrefs();
  return (
    <Dialog title={t("keys.title")} onClose={onClose}>
      <dl className="ad-keys">
        {KEYS.map(([keys, text]) => (
          <div key={text}>
            <dt>
              {keys.map((key) => (
                <KeyCap key={key}>{key}</KeyCap>
              ))}
            </dt>
            <dd>{t(`keys.${text}`)}</dd>
          </div>
        ))}
      </dl>
      <Switch
        spread
        label={t("keys.letters")}
        help={t("keys.lettersHelp")}
        checked={letters}
        onChange={(on) => changePrefs({ letters: on })}
      />
    </Dialog>
  );
}
