/** What the pages do that help to choose a tool: “find your tool”, and the list of all tools. */
import { Guide } from "./choose/guide";
import { List } from "./choose/list";

const main = document.querySelector<HTMLElement>("main");
const form = main?.querySelector<HTMLFormElement>(".iv-ask");
const details = main?.querySelector<HTMLDetailsElement>(".iv-filters");
if (main && form) new Guide(main, form);
if (main && details) new List(main, details);
