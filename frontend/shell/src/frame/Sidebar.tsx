import { useT } from "../i18n/useT";
import { Navigation } from "./Navigation";
import { WorkspaceSwitcher } from "./WorkspaceSwitcher";

export function Sidebar() {
  const t = useT();
  return (
    <aside className="sh-side" aria-label={t("nav.label")}>
      <WorkspaceSwitcher />
      <Navigation />
    </aside>
  );
}
