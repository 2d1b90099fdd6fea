import { enterTopLayer, IconButton } from "@plexica/ui";
import { X } from "lucide-react";
import { useLayoutEffect, useRef } from "react";
import { useT } from "../i18n/useT";
import { Navigation } from "./Navigation";
import { WorkspaceSwitcher } from "./WorkspaceSwitcher";

/** The sidebar where there is no room for it: over the page, until one has gone somewhere. */
export function Drawer({ onClose }: { onClose(): void }) {
  const t = useT();
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => (box.current ? enterTopLayer(box.current) : undefined), []);
  return (
    <dialog
      ref={box}
      className="sh-drawer"
      aria-label={t("nav.label")}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => event.target === box.current && onClose()}
    >
      <div className="sh-drawer__box">
        <div className="sh-drawer__head">
          <WorkspaceSwitcher />
          <IconButton icon={X} label={t("nav.close")} onClick={onClose} />
        </div>
        <Navigation />
      </div>
    </dialog>
  );
}
