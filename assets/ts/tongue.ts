/** Which texts are in another language than the page: those that its own language lacks. */

/** Texts, each with its language. */
export type Foreign = Record<string, string>;
type Noted = Map<unknown, string>;

/** Remember that a text is in another language, for all scripts of the page. */
export function note(text: string, lang: string): void {
  noted().set(text, lang);
}

/** The language of a text, where it is not the page's; an element says its own. */
export function langOf(text?: Node | string): string | undefined {
  return noted().get(text);
}

/** What is remembered; it begins with what the language's data script says, which the form for editing has not. */
function noted(): Noted {
  const scope = self as typeof self & { kit?: { told?: { foreign?: Foreign }; tongues?: Noted } };
  const kit = (scope.kit ??= {});
  return (kit.tongues ??= new Map(Object.entries(kit.told?.foreign ?? {})));
}
