/** What the platform writes into the page for the application that it loads. */
export interface Boot {
  app: "shell" | "admin";
  /** The tenant's slug; null for super admins, and where no tenant was named. */
  tenant: string | null;
  /** The tenant's name. */
  name?: string | null;
  /** The tenant's: nobody can sign in unless it is ACTIVE. */
  status?: string | null;
  /** The tenant's language, for who has chosen none. */
  language?: string | null;
  /** What addresses begin with: `/t/<slug>`, or nothing where the host names the tenant. */
  base: string;
  /** Who signs people in; null where no tenant was named. */
  issuer: string | null;
  clientId: string;
  publicUrl: string;
  version: string;
}

/** Reads it. */
export function readBoot(page: Document = document): Boot {
  const text = page.getElementById("plexica-boot")?.textContent;
  if (!text) throw new Error("The page has no plexica-boot: it was not written by the platform");
  return JSON.parse(text) as Boot;
}
