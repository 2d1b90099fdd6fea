import type { Boot } from "@plexica/api-client";

/** Where a tenant's people open the console. */
export function tenantAddress(boot: Boot, slug: string): string {
  const url = new URL(boot.publicUrl);
  return url.protocol + "//" + (slug || "slug") + "." + url.host.replace(/^admin\./, "");
}
