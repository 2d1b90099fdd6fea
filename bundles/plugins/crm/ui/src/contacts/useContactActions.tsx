import { isProblem, usePlexica } from "@plexica/plugin-api";
import type { Contact } from "../common/types";
import { changed } from "../common/useGet";

/** What a contact is besides its id: what brings it back. */
export function bodyOf({
  name,
  email,
  phone,
  company,
  notes,
}: Contact): Omit<Contact, "id" | "createdAt" | "updatedAt"> {
  return { name, email, phone, company, notes };
}

/** Deletes a contact at once; Undo enters it again. */
export function useDeleteContact(): (contact: Contact) => Promise<boolean> {
  const { api, t, can, notify } = usePlexica();
  return async (contact) => {
    try {
      await api.delete(`/contacts/${contact.id}`);
    } catch (error) {
      if (!isProblem(error)) throw error;
      notify({
        text:
          error.status === 409
            ? t("contact.hasDeals", { name: contact.name })
            : error.detail,
        tone: "bad",
      });
      return false;
    }
    changed();
    const restore = (): void =>
      void api
        .post("/contacts", bodyOf(contact))
        .then(changed, (error: unknown) =>
          notify({
            text: isProblem(error) ? error.detail : String(error),
            tone: "bad",
          }),
        );
    notify({
      text: t("contact.deleted", { name: contact.name }),
      tone: "good",
      ...(can("crm:contacts:write")
        ? { action: { label: t("undo"), run: restore } }
        : {}),
    });
    return true;
  };
}
