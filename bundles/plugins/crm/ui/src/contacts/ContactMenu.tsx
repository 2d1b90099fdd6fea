import { usePlexica } from "@plexica/plugin-api";
import { Menu } from "@plexica/ui";
import type { MenuEntry } from "@plexica/ui";
import { ArrowRight, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Contact } from "../common/types";
import { ContactDialog } from "./ContactDialog";
import { useDeleteContact } from "./useContactActions";

/** What can be done with one contact, as far as the user may. */
export function ContactMenu({
  contact,
  onDeleted,
}: {
  contact: Contact;
  onDeleted?: () => void;
}) {
  const { t, can, href } = usePlexica();
  const remove = useDeleteContact();
  const [editing, setEditing] = useState(false);
  const items: MenuEntry[] = [
    {
      id: "open",
      label: t("contact.open"),
      icon: ArrowRight,
      to: href(`/contacts/${contact.id}`),
    },
    ...(can("crm:contacts:write")
      ? [
          {
            id: "edit",
            label: t("contact.edit"),
            icon: Pencil,
            onSelect: () => setEditing(true),
          },
        ]
      : []),
    ...(can("crm:contacts:delete")
      ? [
          {
            id: "delete",
            label: t("contact.delete"),
            icon: Trash2,
            danger: true,
            onSelect: () =>
              void remove(contact).then((gone) => gone && onDeleted?.()),
          },
        ]
      : []),
  ];
  return (
    <>
      <Menu label={t("more", { name: contact.name })} items={items} />
      {editing && (
        <ContactDialog id={contact.id} onClose={() => setEditing(false)} />
      )}
    </>
  );
}
