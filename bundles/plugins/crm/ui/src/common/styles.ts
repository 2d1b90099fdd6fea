/** Adds the plugin's own style sheet, once: it comes within a module, whose hash is known. */
export function adopt(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
