/** What stands above the form: what it writes, the languages to read it in, and what was refused. */
import { made } from "../dom";

/** The words above the form; `languages` are the names of the languages by code. */
export interface Told {
  title: string;
  note: string;
  languages: Record<string, string>;
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
  const refused = made("p", "kit-head__refused");
  refused.setAttribute("role", "alert");
  const line = made("div", "kit-head__line", made("p", "", told.note), ...(buttons.length > 1 ? buttons : []));
  document.body.prepend(made("header", "kit-head", line, refused));
}

/** Let what the server on this machine refuses stay on the screen until the next answer: Decap shows it for seconds. */
export function listen(address: string): void {
  const ask = self.fetch.bind(self);
  self.fetch = async (input, options) => {
    const answer = await ask(input, options);
    if (input === address && String(options?.body).includes('"persistEntry"')) {
      const refused = document.querySelector(".kit-head__refused");
      const said = answer.ok ? "" : ((await answer.clone().json()) as { error: string }).error;
      if (refused) refused.textContent = said;
    }
    return answer;
  };
}
