/** The page where editors try queries: each line is one, and says behind `=` which tool it should find. */
import { made, tell } from "./dom";
import { watchOverflow } from "./overflow";
import { wholeEngine } from "./search/reading";
import { answer } from "./search/shown";
import type { Engine } from "./search/engine";
import { count, t } from "./words";

/** So many answers are shown of each query, and so many are near enough. */
const FIRST = 3;

const field = document.querySelector<HTMLTextAreaElement>("#tried");
const place = document.querySelector<HTMLElement>(".iv-tried");
if (field && place) void tryOut(field, place);

async function tryOut(field: HTMLTextAreaElement, place: HTMLElement): Promise<void> {
  const status = made("p", "iv-quiet");
  status.role = "status";
  const table = made("div", "iv-scroll");
  [table.role, table.ariaLabel] = ["region", t("table")];
  table.hidden = true;
  place.replaceChildren(status, table);
  watchOverflow([table]);
  const engine = await wholeEngine().catch(() => null);
  if (!engine) {
    tell(status, t("not_loaded"));
    return;
  }
  const show = (): void => {
    const rows = field.value.split("\n").filter((line) => line.trim());
    const tried = rows.map((line) => rowOf(engine, line));
    table.replaceChildren(...(tried.length ? [tableOf(tried.map(([row]) => row))] : []));
    table.hidden = !tried.length;
    const missed = tried.filter(([, hit]) => !hit).length;
    tell(status, tried.length ? count("tried_missed", missed) : "");
  };
  field.addEventListener("input", show);
  show();
}

/** A line of the table, and whether its query found what it should. */
function rowOf(engine: Engine, line: string): [row: HTMLTableRowElement, hit: boolean] {
  const [query = "", wanted = ""] = line.split("=").map((part) => part.trim());
  const { tools } = answer(engine, query, FIRST);
  const ids = wanted.split(",").map((id) => id.trim());
  const rank = wanted ? tools.findIndex(({ hit }) => ids.includes(hit.entry.id ?? "")) + 1 : tools.length ? 1 : 0;
  const head = made("th", "", query);
  head.scope = "row";
  const found = tools.map(({ hit }) => made("li", "", `${hit.entry.title} (${hit.entry.id})`));
  const said = !rank ? t("tried_miss") : wanted ? t("tried_place", { place: rank }) : "";
  return [made("tr", "", head, made("td", "", made("ol", "", ...found)), made("td", "", said)), rank > 0];
}

function tableOf(rows: HTMLTableRowElement[]): HTMLTableElement {
  const heads = [t("tried_query"), t("tried_found"), t("tried_wanted")].map((words) => {
    const head = made("th", "", words);
    head.scope = "col";
    return head;
  });
  return made("table", "", made("thead", "", made("tr", "", ...heads)), made("tbody", "", ...rows));
}
