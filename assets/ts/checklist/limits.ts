/** How much fits in a field: what the site saves it must be able to open again. */
import { LONGEST_LINE, LONGEST_TEXT } from "../caps";

/** Give every field of a form its length. */
export function limit(form: ParentNode): void {
  for (const field of form.querySelectorAll("textarea")) field.maxLength = LONGEST_TEXT;
  for (const field of form.querySelectorAll<HTMLInputElement>("input:not([type])")) field.maxLength = LONGEST_LINE;
  // Browsers let people type years of six digits, which are no dates to anything else.
  for (const field of form.querySelectorAll<HTMLInputElement>('input[type="date"]')) field.max = "9999-12-31";
}
