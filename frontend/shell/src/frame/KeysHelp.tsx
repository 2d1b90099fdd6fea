import { Dialog } from "@plexica/ui";
import { useT } from "../i18n/useT";

const KEYS: [keys: string[], text: string][] = [
  [["Ctrl K", "⌘ K"], "search"],
  [["/"], "filter"],
  [["?"], "help"],
  [["G", "H"], "home"],
  [["G", "P"], "plugins"],
  [["N"], "new"],
  [["↑", "↓", "←", "→"], "move"],
  [["Esc"], "close"],
];

/** Which keys do what. Letters can be switched off in one's profile. */
export default function KeysHelp({ onClose }: { onClose(): void }) {
  const t = useT();
  return (
    <Dialog title={t("keys.title")} description={t("keys.text")} onClose={onClose}>
      <dl className="sh-keys">
        {KEYS.map(([keys, text]) => (
          <div key={text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${text}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
