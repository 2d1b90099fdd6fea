import { usePlexica } from "@plexica/plugin-api";
import type { Plexica } from "@plexica/plugin-api";
import { useEffect, useState } from "react";
import type { Contact } from "../common/types";

const FRESH_MS = 30_000;
const names = new Map<
  string,
  { at: number; name: Promise<string | undefined> }
>();

/** A deal knows the id of its contact alone: each is asked for once, however many deals there are. */
function nameOf(
  { api, workspace }: Plexica,
  id: string,
): Promise<string | undefined> {
  const key = `${workspace?.id}/${id}`;
  const known = names.get(key);
  if (known && Date.now() - known.at < FRESH_MS) return known.name;
  const name = api.get<Contact>(`/contacts/${id}`).then(
    (contact) => contact.name,
    () => undefined,
  );
  names.set(key, { at: Date.now(), name });
  return name;
}

/** What a contact is called, once that is known. */
export function ContactName({ id }: { id: string }) {
  const plexica = usePlexica();
  const readable = plexica.can("crm:contacts:read");
  const [name, setName] = useState<string>();
  useEffect(() => {
    if (!readable) return;
    let wanted = true;
    void nameOf(plexica, id).then((found) => wanted && setName(found));
    return () => {
      wanted = false;
    };
  }, [id, readable, plexica.workspace?.id]);
  return <>{name ?? " "}</>;
}
