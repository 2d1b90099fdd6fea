import type { Problem } from "@plexica/api-client";
import { Button, Dialog, ProblemView, Stack } from "@plexica/ui";
import type { DialogProps } from "@plexica/ui";
import type { ReactNode } from "react";
import { useT } from "../i18n/useT";
import { isTold } from "./errors";
import "./form.css";

interface FormDialogProps extends Pick<DialogProps, "title" | "description" | "size"> {
  submit: string;
  danger?: boolean;
  send: { isPending: boolean; error: Problem | null };
  /** Pointers of the fields that show what is wrong with them. */
  pointers?: readonly string[];
  /** What was refused, in other words than the platform's. */
  refusal?: string | undefined;
  onClose(): void;
  onSubmit(): void;
  children?: ReactNode;
}

/** A few fields, and what is done with them. */
export function FormDialog(props: FormDialogProps) {
  const { title, description, size, submit, danger, send, pointers = [], refusal, onClose, onSubmit, children } = props;
  const t = useT();
  const problem = isTold(send.error, pointers) ? null : send.error;
  return (
    <Dialog title={title} description={description} size={size ?? "small"} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <Stack gap={16}>
          {children}
          {problem && (
            <ProblemView
              problem={refusal ? { detail: refusal, code: problem.code, traceId: problem.traceId } : problem}
            />
          )}
          <div className="sh-form-actions">
            <Button variant="quiet" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" variant={danger ? "danger" : "primary"} busy={send.isPending}>
              {submit}
            </Button>
          </div>
        </Stack>
      </form>
    </Dialog>
  );
}
