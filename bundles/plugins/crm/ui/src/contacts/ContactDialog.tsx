import { usePlexica } from "@plexica/plugin-api";
import { Dialog, Loading, SkeletonText } from "@plexica/ui";
import { useEffect, useState } from "react";
import { readVersioned } from "../common/read";
import type { Versioned } from "../common/read";
import type { Contact } from "../common/types";
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
  const [read, setRead] = useState<Versioned<Contact>>();
  useEffect(() => {
    if (!id) return;
    let wanted = true;
    readVersioned<Contact>(api, `/contacts/${id}`).then(
      (found) => wanted && setRead(found),
      (error: Error) => {
        notify({ text: error.message, tone: "bad" });
        onClose();
      },
    );
    return () => {
      wanted = false;
    };
    // Once for each contact: what has been typed is not read over.
  }, [id]);

  const done = (contact: Contact): void => {
    changed();
    notify({
      text: t(id ? "contact.saved" : "contact.created", { name: contact.name }),
      tone: "good",
    });
    onClose();
    onDone?.(contact);
  };
  if (id && !read) {
    return (
      <Dialog title={t("contact.edit")} onClose={onClose}>
        <Loading>
          <SkeletonText lines={6} />
        </Loading>
      </Dialog>
    );
  }
  return <ContactForm contact={read} onClose={onClose} onDone={done} />;
}
