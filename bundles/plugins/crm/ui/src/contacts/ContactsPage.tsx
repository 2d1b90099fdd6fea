import { usePage, usePlexica } from "@plexica/plugin-api";
import { Button, SearchField, SplitPage, Toolbar } from "@plexica/ui";
import { Plus } from "lucide-react";
import { useAddress } from "../common/useAddress";
import { ContactDialog } from "./ContactDialog";
import { ContactPanel } from "./ContactPanel";
import { ContactsTable } from "./ContactsTable";

/** All contacts: to find one, to look at it beside the list, to add one. */
export function ContactsPage() {
  const { t, can, navigate } = usePlexica();
  const address = useAddress("/contacts");
  const { words, set } = address;
  const write = can("crm:contacts:write");
  const open = words.get("open");
  const add = (): void => set({ new: "1" });
  usePage({
    description: t("contacts.description"),
    primary: write && (
      <Button variant="primary" icon={Plus} onClick={add}>
        {t("contact.new")}
      </Button>
    ),
  });
  return (
    <SplitPage
      panel={
        open && (
          <ContactPanel
            key={open}
            id={open}
            onClose={() => set({ open: null })}
          />
        )
      }
    >
      <Toolbar>
        <SearchField
          label={t("contacts.search")}
          value={words.get("q") ?? ""}
          delay={250}
          onChange={(q) => set({ q, page: null })}
        />
      </Toolbar>
      <ContactsTable address={address} onAdd={write ? add : undefined} />
      {write && words.has("new") && (
        <ContactDialog
          onClose={() => set({ new: null })}
          onDone={(contact) => navigate(`/contacts/${contact.id}`)}
        />
      )}
    </SplitPage>
  );
}
