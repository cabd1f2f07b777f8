/** The radar and its table: the same numbers twice. */
import { drawn, made, tell } from "../dom";
import { dateInWords, decimal, t } from "../words";
import { WEAK } from "./spread";
import type { Axis, Spread } from "./spread";

const [MIDDLE, STEP] = [160, 26];

/** One line of the table. */
export interface RadarLine {
  axis: Axis;
  now: Spread | null;
  before: Spread | null;
}

/** Draw all lines into the form's figure and table; `since` is the date of the last round, `several` whether more than one answered. */
export function drawRadar(form: HTMLElement, lines: readonly RadarLine[], since: string, several: boolean): void {
  const svg = form.querySelector(".iv-radar svg");
  for (const old of svg?.querySelectorAll(".iv-draw__thread, .iv-draw__before, .iv-draw__node") ?? []) old.remove();
  const [before, now] = [lines.map((one) => one.before?.mean), lines.map((one) => one.now?.mean)];
  svg?.append(...ring(before, "iv-draw__before", false), ...ring(now, "iv-draw__thread", true));
  const caption = form.querySelector<HTMLElement>(".iv-radar figcaption");
  const isDrawn = lines.some(({ now, before }) => now ?? before);
  if (caption && isDrawn) tell(caption, since ? t("radar_since", { date: dateInWords(since) }) : t("radar_now"));
  const table = form.querySelector<HTMLTableElement>(".iv-radar table");
  if (table) fillTable(table, form, lines, since, several);
}

/** A ring through the means, once there is one on every axis; the nodes stand even before. */
function ring(means: readonly (number | undefined)[], name: string, nodes: boolean): SVGElement[] {
  const points = means.map((mean, n) => (mean ? point(n, means.length, mean) : null));
  const path = points.every(Boolean)
    ? [drawn("polygon", { class: name, points: points.map((one) => one?.join()).join(" ") })]
    : [];
  const dots = points.flatMap((one) =>
    one && nodes ? [drawn("circle", { class: "iv-draw__node iv-draw__node--full", cx: one[0], cy: one[1], r: 4 })] : [],
  );
  return [...path, ...dots];
}

function point(n: number, count: number, value: number): [number, number] {
  const angle = (2 * Math.PI * n) / count;
  const round = (number: number): number => Math.round(10 * number) / 10;
  return [round(MIDDLE + STEP * value * Math.sin(angle)), round(MIDDLE - STEP * value * Math.cos(angle))];
}

function fillTable(
  table: HTMLTableElement,
  form: HTMLElement,
  lines: readonly RadarLine[],
  since: string,
  several: boolean,
): void {
  const heads = [several ? t("mean") : t("rating"), ...(several ? [t("spread")] : [])];
  if (since) heads.push(t("since_round", { date: dateInWords(since) }));
  heads.push(t("lifted_by_head"));
  table.parentElement?.classList.toggle("iv-radar--full", heads.length > 2);
  table.tHead?.rows[0]?.replaceChildren(...[t("dimension"), ...heads].map(head));
  for (const { axis, now, before } of lines) {
    const row = table.querySelector<HTMLTableRowElement>(`tr[data-axis="${axis.id}"]`);
    if (!row) continue;
    const values: (Node | string)[][] = [[now ? decimal(now.mean) : ""]];
    if (several) values.push([now ? spreadInWords(now) : ""]);
    if (since) values.push([now && before ? signed(now.mean - before.mean) : ""]);
    values.push(now && now.mean <= WEAK ? helpsFor(form, axis) : []);
    row.replaceChildren(row.cells[0] as HTMLElement, ...values.map((value, n) => cell(value, heads[n] ?? "")));
  }
}

function head(words: string): HTMLElement {
  const made = document.createElement("th");
  [made.scope, made.role, made.textContent] = ["col", "columnheader", words];
  return made;
}

function cell(value: (Node | string)[], label: string): HTMLElement {
  const element = made("td", "", ...value.filter((one) => one !== ""));
  element.role = "cell";
  element.dataset.label = label;
  return element;
}

function spreadInWords({ low, high, apart }: Spread): string {
  const range = low === high ? decimal(low) : `${decimal(low)}–${decimal(high)}`;
  if (!apart) return range;
  const [lowest, highest] = apart.map((names) => names.join(", "));
  return `${range} (${t("apart", { low: lowest ?? "", high: highest ?? "" })})`;
}

function signed(change: number): string {
  const text = decimal(Math.abs(change));
  if (text === "0") return "0";
  return change > 0 ? `+${text}` : `−${text}`;
}

/** Copies of the links that stand at the axis's items, each once. */
function helpsFor(form: HTMLElement, { items }: Axis): (Node | string)[] {
  const links = new Map<string, Node>();
  for (const id of items) {
    for (const link of form.querySelectorAll<HTMLAnchorElement>(`[data-item="${id}"] .iv-helps a`)) {
      links.set(link.href, link.cloneNode(true));
    }
  }
  return [...links.values()].flatMap((link, n) => (n ? [", ", link] : [link]));
}
