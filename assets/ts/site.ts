/** What every page does in the browser. */
import { markAged } from "./age";
import { followContents } from "./contents";
import { makeDrawer } from "./drawer";
import { watchOverflow } from "./overflow";
import { offerPalettes, paletteKey } from "./palette";

const { src } = document.currentScript as HTMLScriptElement;

markAged(document, new Date());
offerPalettes([...document.querySelectorAll<HTMLFieldSetElement>(".iv-palette")], paletteKey(src));
document.querySelectorAll<HTMLDetailsElement>("details.iv-menu").forEach(makeDrawer);
document.querySelectorAll<HTMLElement>(".iv-toc").forEach(followContents);
watchOverflow(document.querySelectorAll<HTMLElement>(".iv-scroll"));
