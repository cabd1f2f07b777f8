/** The assessment: ratings from 1 to 5, by one or several respondents, in rounds. */
import { button, made } from "../dom";
import { LONGEST_LINE, MOST_ROUNDS } from "../caps";
import type { Saved } from "../model";
import { count, dateInWords, t, today } from "../words";
import { itemsOf, pick, picked, put } from "./kind";
import type { FormKind, Host } from "./kind";
import { wordingOf } from "./lights";
import { drawRadar } from "./radar";
import { closed, lastRound, spreadOn, voicesOf } from "./spread";
import type { Axis } from "./spread";

export const ratings: FormKind = {
  begin(host) {
    const name = made("input", "iv-input");
    name.maxLength = LONGEST_LINE;
    name.dataset.voice = "";
    name.addEventListener("change", () => host.change({ ...host.saved, name: name.value.trim() || undefined }));
    const label = made(
      "label",
      "iv-field",
      t("who_answers"),
      made("span", "iv-field__help", t("who_answers_help")),
      name,
    );
    const panel = made("div", "iv-voices", label, made("ul", "iv-terms"), button("close-round", t("close_round")));
    label.dataset.apart = "";
    host.form.querySelector(".iv-radar")?.before(panel);
    panel.addEventListener("click", ({ target }) => act(host, (target as HTMLElement).dataset));
  },

  show(form, saved) {
    for (const [id, item] of itemsOf(form)) pick(form, item.id, String(saved.items[id]?.rating ?? ""));
    put(form.querySelector("[data-voice]") as HTMLInputElement, saved.name ?? "");
  },

  take(form, before) {
    const items = { ...before.items };
    for (const [id, item] of itemsOf(form)) {
      const rating = Number(picked(form, item.id));
      if (rating) items[id] = { rating, text: wordingOf(item).replace(/^\d+\. /, "") };
      else delete items[id];
    }
    return { ...before, items };
  },

  progress(form) {
    const items = itemsOf(form);
    const done = items.filter(([, item]) => picked(form, item.id)).length;
    return { done, total: items.length, said: t("rated_of", { done, total: items.length }), more: "" };
  },

  draw(form, saved) {
    const voices = voicesOf(saved, t("own_answers"));
    const last = lastRound(saved.rounds);
    const lines = axesIn(form).map((axis) => ({
      axis,
      now: spreadOn(axis, voices),
      before: last ? spreadOn(axis, last.voices) : null,
    }));
    drawRadar(form, lines, last?.date ?? "", voices.length > 1);
    list(form.querySelector(".iv-voices ul") as HTMLElement, saved);
    (form.querySelector('[data-action="close-round"]') as HTMLButtonElement).disabled =
      !voices.length || (saved.rounds?.length ?? 0) >= MOST_ROUNDS;
  },
};

function act(host: Host, { action, name, date }: DOMStringMap): void {
  const { saved } = host;
  if (action === "close-round") {
    host.change(closed(saved, t("own_answers"), today()), t("round_closed"));
    host.querySelector<HTMLElement>("[data-voice]")?.focus();
  } else if (action === "remove-voice") {
    host.change(
      { ...saved, voices: saved.voices?.filter((one) => one.name !== name) },
      t("voice_removed", { name: name ?? "" }),
    );
    host.querySelector<HTMLElement>("[data-voice]")?.focus();
  } else if (action === "remove-round") {
    host.change({ ...saved, rounds: saved.rounds?.filter((one) => one.date !== date) }, t("round_removed"));
    host.querySelector<HTMLElement>("[data-voice]")?.focus();
  }
}

/** The others who answered, and the rounds that are closed; each can be taken away. */
function list(place: HTMLElement, { voices = [], rounds = [] }: Saved): void {
  const others = voices.map(({ name }) => entry(t("voice", { name }), "remove-voice", { name }));
  const closedOnes = rounds.map(({ date, voices: { length } }) =>
    entry(`${t("round_of", { date: dateInWords(date) })}: ${count("respondents", length)}`, "remove-round", { date }),
  );
  place.replaceChildren(...others, ...closedOnes);
  place.hidden = !place.children.length;
}

function entry(words: string, action: string, data: Record<string, string>): HTMLElement {
  const remove = button(action, t("remove"));
  remove.ariaLabel = `${t("remove")}: ${words}`;
  Object.assign(remove.dataset, data);
  return made("li", "", made("bdi", "", words), " ", remove);
}

/** The axes in the order of the table, each with the items that count towards it. */
function axesIn(form: HTMLElement): Axis[] {
  return [...form.querySelectorAll<HTMLElement>("tr[data-axis]")].map(({ dataset: { axis: id = "" } }) => ({
    id,
    items: [...form.querySelectorAll<HTMLElement>(`fieldset[data-dimension="${id}"]`)].map(
      (one) => one.dataset.item ?? "",
    ),
  }));
}
