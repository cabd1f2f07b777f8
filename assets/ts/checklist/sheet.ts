/** The worksheet: fields to fill in. */
import type { Answer } from "../model";
import { t } from "../words";
import { itemsOf, pick, picked, put } from "./kind";
import type { FormKind } from "./kind";

export const sheet: FormKind = {
  show(form, saved) {
    for (const [id, item] of itemsOf(form)) {
      const value = saved.items[id]?.value ?? "";
      const field = single(item);
      if (!field) pick(form, item.id, value);
      else if (field.type === "checkbox") (field as HTMLInputElement).checked = value === "true";
      else put(field, value);
    }
  },

  take(form, before) {
    const items = { ...before.items };
    for (const [id, item] of itemsOf(form)) {
      const value = valueIn(form, item);
      if (value) items[id] = { value, text: wordingOf(item) };
      else delete items[id];
    }
    return { ...before, items };
  },

  progress(form) {
    const fields = itemsOf(form).filter(([, item]) => single(item)?.type !== "checkbox");
    const done = fields.filter(([, item]) => valueIn(form, item)).length;
    return { done, total: fields.length, said: t("filled_of", { done, total: fields.length }), more: "" };
  },
};

/** The one field of an item; none where it is a choice between radio buttons. */
function single(item: HTMLElement): HTMLInputElement | HTMLTextAreaElement | null {
  return item.querySelector<HTMLInputElement>("textarea, input:not([type='radio'])");
}

function valueIn(form: HTMLFormElement, item: HTMLElement): Answer["value"] {
  const field = single(item);
  if (!field) return picked(form, item.id);
  if (field.type === "checkbox") return (field as HTMLInputElement).checked ? "true" : "";
  return field.value.trim();
}

function wordingOf(item: HTMLElement): string {
  const label = (item.querySelector("legend") ?? item).cloneNode(true) as HTMLElement;
  for (const part of label.querySelectorAll("textarea, input, .iv-field__help, .iv-core, .iv-new")) part.remove();
  return (label.textContent ?? "").trim();
}
