/** Before the first paint: the reader's palette, and that there are scripts. Stands alone in the head, so that painting waits for nothing else. */
import { paletteKey, paletteOf, showPalette } from "./palette";
import { read } from "./store";

const { src } = document.currentScript as HTMLScriptElement;
// What needs scripts has its place from the start, so that nothing moves when they come.
document.documentElement.dataset.alive = "";
showPalette(document.documentElement, paletteOf(read(paletteKey(src))));
