/** The thread as far as it has come: full nodes first, then open ones. The words beside it say the same. */
import { drawn } from "../dom";

const LEFT = 8;
const RIGHT = 232;
const MIDDLE = 8;
/** More nodes than this would touch each other. */
const MOST_NODES = 20;

/** Draw `done` of `total`. */
export function thread(done: number, total: number): SVGElement {
  const nodes = Math.min(total, MOST_NODES);
  const full = total > nodes ? Math.floor((done * nodes) / total) : done;
  const at = (n: number): number => Math.round(nodes > 1 ? LEFT + ((RIGHT - LEFT) * n) / (nodes - 1) : LEFT);
  const svg = drawn("svg", {
    class: "iv-progress__line",
    viewBox: "0 0 240 16",
    preserveAspectRatio: "xMinYMid",
    "aria-hidden": "true",
  });
  if (!nodes) return svg;
  svg.append(drawn("path", { class: "iv-draw__rule", d: `M${LEFT} ${MIDDLE}H${at(nodes - 1)}` }));
  if (full > 1) svg.append(drawn("path", { class: "iv-draw__thread", d: `M${LEFT} ${MIDDLE}H${at(full - 1)}` }));
  for (let n = 0; n < nodes; n++) {
    const name = n < full ? "iv-draw__node iv-draw__node--full" : "iv-draw__node";
    svg.append(drawn("circle", { class: name, cx: at(n), cy: MIDDLE, r: 5 }));
  }
  return svg;
}
