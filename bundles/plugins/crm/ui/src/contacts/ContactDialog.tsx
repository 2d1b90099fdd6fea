import { usePlexica } from "@plexica/plugin-api";
import { readVersioned } from "../common/read";
import type { Contact } from "../common/types";
import { useEdited } from "../common/useEdited";
import { changed } from "../common/useGet";
import { ContactForm } from "./ContactForm";

export interface ContactDialogProps {
  /** Whom to edit; without it somebody new is entered. */
  id?: string;
  onClose(): void;
  onDone?: (contact: Contact) => void;
}

/** Enters somebody, or edits them: read anew first, so that a change made meanwhile is seen. */
export function ContactDialog({ id, onClose, onDone }: ContactDialogProps) {
  const { api, t, notify } = usePlexica();
  const { read, waiting } = useEdited(
    id,
    t("contact.edit"),
    (one) => readVersioned<Contact>(api, `/contacts/${one}`),
    onClose,
  );

  const done = (contact: Contact): void => {
    changed();
    notify({
      text: t(id ? "contact.saved" : "contact.created", { name: contact.name }),
      tone: "good",
    });
    onClose();
    onDone?.(contact);
  };
  return (
    waiting ?? <ContactForm contact={read} onClose={onClose} onDone={done} />
  );
}
