import { Dialog, Switch } from "@plexica/ui";
import { KeyList } from "@plexica/ui/frame";
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
      <div className="ad-keys">
        <KeyList items={KEYS.map(([keys, text]) => ({ keys, text: t(`keys.${text}`) }))} />
      </div>
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
