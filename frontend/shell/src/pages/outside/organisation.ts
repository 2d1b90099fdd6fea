const SLUG = /^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){1,29}$/;
const KEPT = "plexica.organisation";

/**
 * The organisation that somebody means, by what they typed or pasted: its word, or an address of its console, by path
 * (`…/t/acme/…`) or by host (`acme.example.com`). Null where that names none.
 *
 * @param hostname the one that this page is on
 */
export function organisationOf(typed: string, hostname: string): string | null {
  const text = typed.trim().toLowerCase();
  const address = text.replace(/^https?:\/\//, "");
  const byPath = /^(?:[^/]*\/)?t\/([^/?#]+)/.exec(address)?.[1];
  const [host = ""] = address.split(/[:/?#]/);
  const byHost = host.endsWith("." + hostname) ? host.slice(0, -hostname.length - 1) : undefined;
  const slug = byPath ?? byHost ?? text;
  return SLUG.test(slug) ? slug : null;
}

/** The one that was opened last in this browser. */
export function lastOrganisation(): string {
  try {
    return localStorage.getItem(KEPT) ?? "";
  } catch {
    return "";
  }
}

export function keepOrganisation(slug: string): void {
  try {
    localStorage.setItem(KEPT, slug);
  } catch {
    // It has to be typed the next time, too.
  }
}
