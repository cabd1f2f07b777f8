/** What can be done with answers, as lines of buttons: a word for what they are about, then the verbs. */
import { button, made } from "./dom";
import { t } from "./words";

/** A line: its word, and the actions with their words. */
export type ToolLine = readonly [about: string, actions: readonly (readonly [action: string, words: string])[]];

/** Lay the lines out. */
export function toolLines(lines: readonly ToolLine[]): HTMLElement {
  const list = made("div", "iv-acts");
  for (const [about, actions] of lines) {
    const buttons = actions.map(([action, words]) => button(action, words));
    const line = made(
      "div",
      "iv-acts__line",
      made("span", "iv-acts__about", about),
      made("span", "iv-acts__do", ...buttons),
    );
    line.role = "group";
    line.ariaLabel = about;
    list.append(line);
  }
  return list;
}

/** What a checklist and the plan have in common: the ways out of the browser, and back. */
export function handingLines(): ToolLine[] {
  const calendar: [string, string] = ["export-ics", t("calendar")];
  return [
    [
      t("take_away"),
      [["export-docx", "Word"], ["export-xlsx", "Excel"], ["export-csv", "CSV"], calendar, ["print", t("print")]],
    ],
    [
      t("share_about"),
      [
        ["share", t("share")],
        ["save-file", t("save_file")],
        ["open-file", t("open_file")],
        ["export-json", "JSON"],
      ],
    ],
  ];
}
