/** The head line on paper, and one checklist on a sheet of its own. */
import type { Place, Project } from "./model";
import { dateInWords, today } from "./words";

/** Print the page, or of it only one checklist. */
export function printed(place?: Place): void {
  const form = place && [...document.querySelectorAll("form")].find((one) => placeOf(one) === place);
  const marked = form ? [document.documentElement, form.closest("section") ?? form, form.parentElement ?? form] : [];
  marked.forEach((element, n) => element.classList.add(MARKS[n] as string));
  addEventListener("afterprint", () => marked.forEach((element, n) => element.classList.remove(MARKS[n] as string)), {
    once: true,
  });
  print();
}

const MARKS = ["iv-alone", "iv-alone__section", "iv-alone__form"];

/** Fill the lines for the hand with what the project says. What it does not say stays a line, and so does the date of a blank form. */
export function fillPaper({ name, organisation, owner }: Project, isFilledIn: boolean): void {
  const date = isFilledIn ? dateInWords(today()) : "";
  const values: Record<string, string | undefined> = { project: name, organisation, owner, date };
  for (const blank of document.querySelectorAll<HTMLElement>("[data-fill]")) {
    blank.textContent = values[blank.dataset.fill ?? ""] ?? "";
    blank.classList.toggle("iv-blank--filled", blank.textContent !== "");
  }
}

function placeOf(form: HTMLFormElement): Place {
  return `${form.dataset.tool}/${form.dataset.checklist}`;
}
