import { IconButton } from "@plexica/ui";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Navigation } from "./Navigation";
import { Brand, SystemState } from "./Sidebar";

/** The sidebar where there is no room for it: over the page, until one has gone somewhere. */
export function Drawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      className="ad-drawer"
      aria-label={t("nav.label")}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => event.target === box.current && onClose()}
      onClick={(event) => (event.target as Element).closest("a") && onClose()}
    >
      <div className="ad-drawer__box">
        <div className="ad-drawer__head">
          <Brand />
          <IconButton icon={X} label={t("action.close")} onClick={onClose} />
        </div>
        <Navigation />
        <SystemState />
      </div>
    </dialog>
  );
}
