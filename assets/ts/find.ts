/** The search boxes of a page. What searching needs is loaded when one is first used, and nothing before. */
import { load } from "./load";

interface Kit {
  kit?: { told?: { scripts: Record<string, string> }; search?: { open(form: HTMLFormElement): Promise<void> } };
}

/** Let the boxes answer once they are used, and be reached by `/` and Ctrl-K. */
export function offerSearch(forms: readonly HTMLFormElement[], root: URL): void {
  for (const form of forms) {
    const input = form.querySelector("input") as HTMLInputElement;
    const { page, whole } = form.dataset;
    if (page) form.action = page;
    if (page && whole === undefined) form.addEventListener("submit", (event) => leave(event, page, input.value));
    const query = whole === undefined ? "" : asked(location);
    if (query) input.value = query;
    const start = (): void => void open(form, root).catch(() => input.addEventListener("focus", start, { once: true }));
    if (query) start();
    else input.addEventListener("focus", start, { once: true });
  }
  addEventListener("keydown", (event) => {
    const asked = event.key === "/" ? !isTyping(event) : event.key === "k" && (event.ctrlKey || event.metaKey);
    const input = forms.map((form) => form.querySelector("input")).find((one) => one?.getClientRects().length);
    const link = document.querySelector<HTMLAnchorElement>(".iv-find");
    if (!asked || !(input || link) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    if (input) input.focus();
    else link?.click();
  });
}

/** Go to the page for searching. The words stand behind `#`, which no server is told. */
function leave(event: Event, page: string, query: string): void {
  event.preventDefault();
  location.assign(`${page}#q=${encodeURIComponent(query)}`);
}

/** The words that a page was reached with. */
function asked({ search, hash }: Location): string | null {
  return new URLSearchParams(search).get("q") ?? new URLSearchParams(hash.slice(1)).get("q");
}

async function open(form: HTMLFormElement, root: URL): Promise<void> {
  const kit = (): Kit["kit"] => (self as typeof self & Kit).kit;
  if (!kit()?.told) await load(new URL(form.dataset.words ?? "", location.href).href);
  const scripts = kit()?.told?.scripts;
  await Promise.all([scripts?.more, scripts?.search].map((script) => load(new URL(script ?? "", root).href)));
  await kit()?.search?.open(form);
}

function isTyping({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const field = (target as Element).closest(
    "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]",
  );
  return field !== null || ctrlKey || metaKey || altKey;
}
