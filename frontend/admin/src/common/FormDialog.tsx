import { Button, Dialog } from "@plexica/ui";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Trouble } from "./Trouble";
import type { Work } from "./useWork";

interface FormDialogProps {
  title: string;
  description?: ReactNode;
  submit: string;
  danger?: boolean;
  work: Work;
  /** Whether what went wrong stands beside the fields already. */
  isTold?: boolean;
  onClose: () => void;
  onSubmit: () => void;
  children: ReactNode;
}

/** A few fields and what is done with them. */
export function FormDialog({
  title,
  description,
  submit,
  danger,
  work,
  isTold,
  onClose,
  onSubmit,
  children,
}: FormDialogProps) {
  const { t } = useTranslation();
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog title={title} description={description} onClose={onClose}>
      <form className="ad-stack" onSubmit={send} noValidate>
        {children}
        {work.problem && !isTold && <Trouble problem={work.problem} />}
        <div className="ad-form-actions">
          <Button variant="quiet" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" variant={danger ? "danger" : "primary"} busy={work.busy}>
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
