import { Drawer as Box } from "@plexica/ui/frame";
import { useT } from "../i18n/useT";
import { Navigation } from "./Navigation";
import { WorkspaceSwitcher } from "./WorkspaceSwitcher";

/** The sidebar where there is no room for it. */
export function Drawer({ onClose }: { onClose(): void }) {
  const t = useT();
  return (
    <Box label={t("nav.label")} head={<WorkspaceSwitcher />} onClose={onClose}>
      <Navigation />
    </Box>
  );
}
