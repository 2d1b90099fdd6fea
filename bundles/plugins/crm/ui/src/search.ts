import type { Page, SearchProvider } from "@plexica/plugin-api";
import type { Contact } from "./common/types";

interface Hit {
  contact: Contact;
}

/** Finds contacts for the header's search. */
const provider: SearchProvider = {
  async search(text, { api }, signal) {
    const { items } = await api.get<Page<Hit>>("/contacts/search", {
      query: { q: text, size: 5 },
      signal,
    });
    return items.map(({ contact: { id, name, company, email } }) => ({
      id,
      title: name,
      detail: company ?? email ?? undefined,
      path: `/contacts/${id}`,
    }));
  },
};

export default provider;
