import { usePlexica } from "@plexica/plugin-api";
import { readVersioned } from "../common/read";
import type { Versioned } from "../common/read";
import type { Contact, Deal } from "../common/types";
import { useEdited } from "../common/useEdited";
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
  const load = async (one: string): Promise<Read> => {
    const deal = await readVersioned<Deal>(api, `/deals/${one}`);
    const its = await api
      .get<Contact>(`/contacts/${deal.value.contactId}`)
      .catch(() => undefined);
    return { deal, contact: its };
  };
  const { read, waiting } = useEdited(id, t("deal.edit"), load, onClose);

  const done = (deal: Deal): void => {
    changed();
    notify({
      text: t(id ? "deal.saved" : "deal.created", { title: deal.title }),
      tone: "good",
    });
    onClose();
  };
  return (
    waiting ?? (
      <DealForm
        deal={read?.deal}
        contact={contact ?? read?.contact}
        onClose={onClose}
        onDone={done}
      />
    )
  );
}
