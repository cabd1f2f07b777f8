/** What stands above the form: what it writes, the languages to read it in, and what is said of saving. */
import { made } from "../dom";
import { notices } from "./notice";

/** The words above the form; `languages` are the names of the languages by code, `words` what is said of saving. */
export interface Told {
  title: string;
  note: string;
  languages: Record<string, string>;
  words: Record<string, string>;
}

/** Show what the form is for, and a button for each other language. */
export function head(told: Told, lang: string): void {
  document.title = told.title;
  const buttons = Object.entries(told.languages).map(([code, name]) => {
    const button = made("button", "kit-head__language", name);
    button.lang = code;
    button.type = "button";
    button.ariaCurrent = code === lang ? "true" : null;
    button.addEventListener("click", () => {
      localStorage.setItem("kit:form", code);
      location.reload();
    });
    return button;
  });
  const line = made("div", "kit-head__line", made("p", "", told.note), ...(buttons.length > 1 ? buttons : []));
  document.body.prepend(made("header", "kit-head", line, ...notices()));
}
