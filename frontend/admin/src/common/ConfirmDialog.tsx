import { Button, Dialog } from "@plexica/ui";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Trouble } from "./Trouble";
import { useWork } from "./useWork";

interface ConfirmDialogProps {
  title: string;
  /** What it will do, in words. */
  children: ReactNode;
  /** Verb and object. */
  submit: string;
  danger?: boolean;
  disabledReason?: string | undefined;
  onClose: () => void;
  onConfirm: () => Promise<unknown>;
}

/** Says what will happen, and does it. What goes wrong is said here too. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useTranslation();
  const work = useWork();
  const confirm = async () => {
    if (await work.run(props.onConfirm)) {
      props.onClose();
    }
  };
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button variant="quiet" onClick={props.onClose} data-autofocus>
            {t("action.cancel")}
          </Button>
          <Button
            variant={props.danger ? "danger" : "primary"}
            busy={work.busy}
            disabledReason={props.disabledReason}
            onClick={() => void confirm()}
          >
            {props.submit}
          </Button>
        </>
      }
    >
      <div className="ad-stack">
        {props.children}
        {work.problem && <Trouble problem={work.problem} />}
      </div>
    </Dialog>
  );
}
