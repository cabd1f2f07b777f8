/** The palette: as the reader's system has it, or as the reader chose. */
import { keyOf, read, write } from "./store";

export type Palette = "auto" | "light" | "dark";

/** The palette that a saved value names; all that nobody can choose is `auto`. */
export function paletteOf(saved: string | null): Palette {
  return saved === "light" || saved === "dark" ? saved : "auto";
}

/** The key the choice is saved under, from the address of one of the site's scripts. */
export function paletteKey(script: string): string {
  return keyOf("palette", script);
}

/** Show the page in a palette. */
export function showPalette(root: HTMLElement, palette: Palette): void {
  if (palette === "auto") delete root.dataset.theme;
  else root.dataset.theme = palette;
}

/** Let the reader choose; the switches, the page and other tabs keep in step. Nothing is saved before a choice. */
export function offerPalettes(switches: readonly HTMLFieldSetElement[], key: string): void {
  const show = (palette: Palette): void => {
    showPalette(document.documentElement, palette);
    for (const one of switches) tick(one, palette);
  };
  const showSaved = (): void => show(paletteOf(read(key)));
  for (const one of switches) {
    one.disabled = false;
    one.addEventListener("change", (event) => {
      const chosen = paletteOf((event.target as HTMLInputElement).value);
      write(key, chosen === "auto" ? null : chosen);
      show(chosen);
    });
  }
  showSaved();
  addEventListener("storage", showSaved);
  // A page that comes back from the browser's memory has missed what other pages chose.
  addEventListener("pageshow", showSaved);
}

function tick(one: HTMLFieldSetElement, palette: Palette): void {
  for (const input of one.querySelectorAll("input")) input.checked = input.value === palette;
}
