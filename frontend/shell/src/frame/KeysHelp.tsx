import { Dialog } from "@plexica/ui";
import { KeyList } from "@plexica/ui/frame";
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
      <KeyList items={KEYS.map(([keys, text]) => ({ keys, text: t(`keys.${text}`) }))} />
    </Dialog>
  );
}
