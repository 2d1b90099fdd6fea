import { usePlexica } from "@plexica/plugin-api";
import { Dialog, Loading, SkeletonText } from "@plexica/ui";
import { useEffect, useState } from "react";
import { readVersioned } from "../common/read";
import type { Versioned } from "../common/read";
import type { Contact, Deal } from "../common/types";
import { changed } from "../common/useGet";
import { DealForm } from "./DealForm";

export interface DealDialogProps {
  /** Which to edit; without it a new one is entered. */
  id?: string;
  /** Whose deal a new one is, where that is known. */
  contact?: Contact;
  onClose(): void;
}

interface Read {
  deal: Versioned<Deal>;
  contact: Contact | undefined;
}

/** Enters a deal, or edits one: read anew first, so that a change made meanwhile is seen. */
export function DealDialog({ id, contact, onClose }: DealDialogProps) {
  const { api, t, notify } = usePlexica();
  const [read, setRead] = useState<Read>();
  useEffect(() => {
    if (!id) return;
    let wanted = true;
    const load = async (): Promise<Read> => {
      const deal = await readVersioned<Deal>(api, `/deals/${id}`);
      const its = await api
        .get<Contact>(`/contacts/${deal.value.contactId}`)
        .catch(() => undefined);
      return { deal, contact: its };
    };
    load().then(
      (found) => wanted && setRead(found),
      (error: Error) => {
        notify({ text: error.message, tone: "bad" });
        onClose();
      },
    );
    return () => {
      wanted = false;
    };
    // Once for each deal: what has been typed is not read over.
  }, [id]);

  const done = (deal: Deal): void => {
    changed();
    notify({
      text: t(id ? "deal.saved" : "deal.created", { title: deal.title }),
      tone: "good",
    });
    onClose();
  };
  if (id && !read) {
    return (
      <Dialog title={t("deal.edit")} onClose={onClose}>
        <Loading>
          <SkeletonText lines={6} />
        </Loading>
      </Dialog>
    );
  }
  return (
    <DealForm
      deal={read?.deal}
      contact={contact ?? read?.contact}
      onClose={onClose}
      onDone={done}
    />
  );
}
