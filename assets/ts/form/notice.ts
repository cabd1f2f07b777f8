/** What the form says of saving: one notice above the form, which stays until it is closed or something else is said. */
import { made } from "../dom";

/** A part of a sentence. */
export type Part = Node | string;

const NAME = "kit-notice";

/** The places of notices; they are there from the beginning, so that screen readers say what comes into them. */
export function notices(): HTMLElement[] {
  return ["alert", "status"].map((role) => {
    const place = made("div", NAME);
    place.setAttribute("role", role);
    return place;
  });
}

/** Say that something could not be done, or was: a sentence first, then a line for each thing. */
export function say(right: boolean, close: string, first: Part[], ...lines: Part[][]): void {
  hush();
  const button = made("button", "kit-notice__close", "×");
  button.type = "button";
  button.ariaLabel = close;
  button.addEventListener("click", hush);
  const list = made("ul", "", ...lines.map((line) => made("li", "", ...line)));
  const place = document.querySelector(`.${NAME}[role=${right ? "status" : "alert"}]`);
  place?.replaceChildren(made("p", "", ...first), ...(lines.length ? [list] : []), button);
}

/** Take the notice away. */
export function hush(): void {
  document.querySelectorAll(`.${NAME}`).forEach((place) => place.replaceChildren());
}

/** A sentence in which what stands between backticks is written as in the file. */
export function coded(sentence: string): Part[] {
  return sentence.split("`").map((part, n) => (n % 2 ? made("code", "", part) : part));
}
