const FORM = /^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){1,29}$/;

export function isSlug(text: string): boolean {
  return FORM.test(text) && !text.startsWith("xn--");
}

/** The slug that a name suggests: its letters without marks, in lower case, with hyphens between its words. */
export function suggestSlug(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 30)
    .replace(/-+$/, "");
}
