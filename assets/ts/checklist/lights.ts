/** The checklist proper: a traffic light at each item, with note, owner and deadline. */
import { made, tell } from "../dom";
import type { Answer, Light } from "../model";
import { count, dateInWords, t, told } from "../words";
import { itemsOf, pick, picked, put, trimmed } from "./kind";
import type { FormKind, Progress } from "./kind";

const DETAILS = ["note", "owner", "due"] as const;

export const lights: FormKind = {
  show(form, saved) {
    for (const [id, item] of itemsOf(form)) {
      const answer = saved.items[id] ?? {};
      pick(form, item.id, answer.answer ?? "");
      for (const part of DETAILS) put(detail(form, item, part), answer[part] ?? "");
    }
  },

  take(form, before) {
    const items = { ...before.items };
    for (const [id, item] of itemsOf(form)) {
      const found = answerIn(form, item);
      if (Object.keys(found).length) items[id] = { ...found, text: wordingOf(item) };
      else delete items[id];
    }
    return { ...before, items };
  },

  progress(form) {
    return progressOf(itemsOf(form).map(([, item]) => picked(form, item.id) as Light | ""));
  },

  draw(form, saved) {
    for (const [id, item] of itemsOf(form)) summarise(item, saved.items[id] ?? {});
  },
};

/** How far the lights are: what is not relevant leaves the count. */
export function progressOf(lit: readonly (Light | "")[]): Progress {
  const number = (light: Light | ""): number => lit.filter((one) => one === light).length;
  const done = number("done");
  const total = lit.length - number("skip");
  const more = (["part", "none", "skip"] as const)
    .filter((light) => number(light))
    .map((light) => `${number(light)} ${told().answers[light].toLowerCase()}`);
  const open = number("") ? [count("unanswered", number(""))] : [];
  return { done, total, said: t("in_place_of", { done, total }), more: [...more, ...open].join(" · ") };
}

/** The wording of an item, without the marks beside it. */
export function wordingOf(item: HTMLElement): string {
  const legend = item.querySelector("legend")?.cloneNode(true) as HTMLElement | undefined;
  for (const mark of legend?.querySelectorAll(".iv-core, .iv-new") ?? []) mark.remove();
  return (legend?.textContent ?? "").trim();
}

function detail(form: HTMLFormElement, item: HTMLElement, part: string): HTMLInputElement | HTMLTextAreaElement {
  return form.elements.namedItem(`${item.id}--${part}`) as HTMLInputElement;
}

function answerIn(form: HTMLFormElement, item: HTMLElement): Answer {
  const [note, owner, due] = DETAILS.map((part) => detail(form, item, part).value.trim());
  return trimmed({ answer: picked(form, item.id) as Light, note, owner, due } as Answer);
}

/** The line that stays when note, owner and deadline are folded away. */
function summarise(item: HTMLElement, { note, owner, due }: Answer): void {
  const more = item.querySelector<HTMLDetailsElement>(".iv-more");
  const line = more?.querySelector("summary");
  if (!more || !line) return;
  const parts: (Node | string)[] = [];
  if (owner) parts.push(t("responsible"), ": ", made("b", "", owner));
  if (owner && due) parts.push(" · ");
  if (due) parts.push(t("deadline"), ": ", made("b", "", dateInWords(due)));
  if (!parts.length) parts.push(note ? t("note") : t("note_owner_deadline"));
  tell(line, ...parts);
  more.classList.toggle("iv-more--filled", Boolean(note || owner || due));
  more.classList.toggle("iv-more--noted", Boolean(note));
}
