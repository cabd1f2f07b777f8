/** The reader's palette before the first paint. Stands alone in the head, so that painting waits for nothing else. */
import { paletteKey, paletteOf, showPalette } from "./palette";
import { read } from "./store";

const { src } = document.currentScript as HTMLScriptElement;
showPalette(document.documentElement, paletteOf(read(paletteKey(src))));
