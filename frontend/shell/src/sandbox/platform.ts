import type { Page, User } from "@plexica/api-client";
import type { Plexica } from "@plexica/plugin-api";

type Query = Record<string, string>;

/** What a search for people may say. */
const SEARCH = ["q", "page", "size"];

/**
 * What of the platform a plugin in a frame may read, by its exact path. Its publisher is not trusted: it learns of the caller what
 * `usePlexica` tells anyway, and of others their names.
 */
const READS: Record<string, (world: Plexica, query: Query) => Promise<unknown>> = {
  "/auth/me": ({ user, tenant, workspace }) => Promise.resolve({ user, tenant, workspace }),
  "/users": async ({ api }, query) => {
    const asked = Object.fromEntries(Object.entries(query).filter(([name]) => SEARCH.includes(name)));
    const page = await api.platform.get<Page<User>>("/users", { query: asked });
    return { ...page, items: page.items.map(({ id, firstName, lastName }) => ({ id, firstName, lastName })) };
  },
};

/** Reads something of the platform for a plugin in a frame, if it is among what such a plugin may read. */
export async function readPlatform(world: Plexica, path: string, query: Query): Promise<unknown> {
  const read = Object.hasOwn(READS, path) ? READS[path] : undefined;
  if (!read) {
    throw new TypeError(
      `A sandboxed plugin may not read "${path}" of the platform, only ${Object.keys(READS).join(", ")}`,
    );
  }
  return read(world, query);
}
