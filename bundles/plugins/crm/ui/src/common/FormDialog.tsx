import { usePlexica } from "@plexica/plugin-api";
import { Button, Dialog, ProblemView, Stack } from "@plexica/ui";
import { useId } from "react";
import type { ReactNode } from "react";
import type { FormState } from "./useForm";

export interface FormDialogProps {
  title: string;
  /** What the button says that sends the form. */
  send: string;
  form: Pick<FormState<object>, "busy" | "problem" | "submit">;
  children: ReactNode;
  onClose(): void;
}

/** A form in a dialog, sent by its button or by the Enter key. */
export function FormDialog({
  title,
  send,
  form,
  children,
  onClose,
}: FormDialogProps) {
  const { t } = usePlexica();
  const id = useId();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" type="submit" form={id} busy={form.busy}>
            {send}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
        }}
      >
        <Stack>
          {form.problem && <ProblemView problem={form.problem} />}
          {children}
        </Stack>
      </form>
    </Dialog>
  );
}
