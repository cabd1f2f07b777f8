/** Before the first paint: the reader's palette, and that there are scripts. Stands alone in the head, so that painting waits for nothing else. */
import { paletteKey, paletteOf, showPalette } from "./palette";
import { read } from "./store";

declare global {
  /** What was ticked or typed, the latest last; what came before the other scripts they lay over what is saved. */
  var kitGiven: Map<HTMLInputElement, readonly [checked: boolean, value: string]>;
}

const { src } = document.currentScript as HTMLScriptElement;
// What needs scripts has its place from the start, so that nothing moves when they come.
document.documentElement.dataset.alive = "";
showPalette(document.documentElement, paletteOf(read(paletteKey(src))));
globalThis.kitGiven = new Map();
addEventListener(
  "input",
  ({ target }) => {
    const field = target as HTMLInputElement;
    kitGiven.delete(field);
    kitGiven.set(field, [field.checked, field.value]);
  },
  true,
);
