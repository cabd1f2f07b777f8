/** What every page does in the browser. */
import { markAged } from "./age";
import { followContents } from "./contents";
import { makeDrawer } from "./drawer";
import { offerSearch } from "./find";
import { offerProjects } from "./menu";
import { watchOverflow } from "./overflow";
import { offerPalettes, paletteKey } from "./palette";
import { shelfOf } from "./shelf";

const { src } = document.currentScript as HTMLScriptElement;

markAged(document, new Date());
document.querySelectorAll<HTMLDetailsElement>("details.iv-menu").forEach(makeDrawer);
offerPalettes([...document.querySelectorAll<HTMLFieldSetElement>(".iv-palette")], paletteKey(src));
document.querySelectorAll<HTMLElement>(".iv-toc").forEach(followContents);
offerSearch([...document.querySelectorAll<HTMLFormElement>(".iv-search")], new URL("..", src));
watchOverflow(document.querySelectorAll<HTMLElement>(".iv-scroll, .iv-prose pre"));
const projects = document.querySelector<HTMLDialogElement>("#projects");
if (projects) offerProjects([...document.querySelectorAll<HTMLButtonElement>(".iv-project")], projects, shelfOf(src));
