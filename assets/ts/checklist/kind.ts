/** What the kinds of checklist have in common, and what they ask of the element around them. */
import type { Place, Saved } from "../model";

/** How far a form is filled in, in words and as marks for the thread: full, then open. */
export interface Progress {
  done: number;
  total: number;
  /** As in “5 af 12 på plads”. */
  said: string;
  /** As in “2 delvist · 3 ikke i gang”; may be empty. */
  more: string;
}

/** One kind of checklist. */
export interface FormKind {
  /** Called once, before anything is shown: buttons and other things that only make sense with script. */
  begin?(host: Host): void;
  /** Write what is saved into the form; what is not saved becomes empty. A focused field keeps its caret. */
  show(form: HTMLFormElement, saved: Saved): void;
  /** What stands in the form, laid over what was saved before: ids that the form does not have stay. */
  take(form: HTMLFormElement, before: Saved): Saved;
  progress(form: HTMLFormElement): Progress;
  /** Draw what follows from the answers: summaries, clock times, diagrams. Called after each change. */
  draw?(form: HTMLFormElement, saved: Saved): void;
}

/** The element around a form, as the kinds and the toolbar see it. */
export interface Host extends HTMLElement {
  readonly form: HTMLFormElement;
  readonly place: Place;
  /** What is saved now; never changed in place. */
  readonly saved: Saved;
  /** Make an undoable change: save it, show it, and say it politely. `said` is the progress where it is left out. */
  change(next: Saved, said?: string): void;
  /** Say something politely. */
  announce(said: string): void;
}

/** Put a value in a field, unless it stands there already: writing it anew would move the caret. */
export function put(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string): void {
  if (field.value !== value) field.value = value;
}

/** Tick one radio button of a name, or none. */
export function pick(form: HTMLFormElement, name: string, value: string): void {
  for (const radio of form.querySelectorAll<HTMLInputElement>(`input[type="radio"][name="${name}"]`)) {
    radio.checked = radio.value === value;
  }
}

/** The value of the ticked radio button of a name; empty where none is. */
export function picked(form: HTMLFormElement, name: string): string {
  return form.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value ?? "";
}

/** The elements of a form that stand for an item, by its id. */
export function itemsOf(form: HTMLFormElement): [id: string, element: HTMLElement][] {
  return [...form.querySelectorAll<HTMLElement>("[data-item]")].map((one) => [one.dataset.item as string, one]);
}

/** An object without the keys that hold nothing. */
export function trimmed<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== "")) as T;
}
