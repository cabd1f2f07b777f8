/** Which texts are in another language than the page: those that its own language lacks. */

/** Texts by their language. */
export type Foreign = Record<string, string[]>;

/** Remember texts of other languages, for all scripts of the page. */
export function note(foreign: Foreign): void {
  for (const [lang, texts] of Object.entries(foreign)) for (const text of texts) noted().set(text, lang);
}

/** The language of a text, where it is not the page's; else empty. */
export function langOf(text: string): string {
  return noted().get(text) ?? "";
}

function noted(): Map<string, string> {
  const page = globalThis as typeof globalThis & { kit?: { tongues?: Map<string, string> } };
  return ((page.kit ??= {}).tongues ??= new Map());
}
