/** A checklist as a sheet: its columns, and its rows in words and values. */
import { progressOf } from "../checklist/lights";
import type { Cell, Item, Sheet, SheetColumn } from "../model";
import { t, told } from "../words";
import { ratingSheets } from "./ratings";
import { itemsOf, own, wordingOf } from "./filled";
import type { Filled } from "./filled";
import { tableSheet } from "./table";
import { dayOf, numberOf } from "./text";

/** The sheets of one checklist: one, and a second where several people's ratings stand side by side. */
export function sheetsOf(filled: Filled): Sheet[] {
  if (filled.checklist.kind === "assessment") return ratingSheets(filled);
  if (filled.checklist.kind === "table") return [tableSheet(filled)];
  return [filled.checklist.kind === "worksheet" ? worksheet(filled) : lightSheet(filled)];
}

function lightSheet(filled: Filled): Sheet {
  const { checklist, saved } = filled;
  const { said, more } = progressOf(checklist.items.map(({ id }) => own(saved.items, id)?.answer ?? ""));
  const rows = itemsOf(filled).map((item): Cell[] => {
    const { answer, owner = "", due, note = "" } = own(saved.items, item.id) ?? {};
    const light = answer ? told().answers[answer] : "";
    return [answer === "done", wordingOf(item), light, owner, dayOf(due), note];
  });
  return { title: checklist.title, summary: [said, more].filter(Boolean).join(" · "), columns: lightColumns(), rows };
}

function lightColumns(): SheetColumn[] {
  return [
    { head: told().answers.done, type: "check", width: 1 },
    { head: t("point"), type: "text", width: 4 },
    { head: t("answer"), type: "text", width: 1.4 },
    { head: t("responsible"), type: "text", width: 2.2 },
    { head: t("deadline"), type: "date", width: 1.7 },
    { head: t("note"), type: "text", width: 3 },
  ];
}

function worksheet(filled: Filled): Sheet {
  const { checklist, saved } = filled;
  const fields = checklist.items.filter(({ type }) => type !== "check");
  const done = fields.filter(({ id }) => own(saved.items, id)?.value).length;
  return {
    title: checklist.title,
    summary: t("filled_of", { done, total: fields.length }),
    columns: [
      { head: t("field"), type: "text", width: 2 },
      { head: t("answer"), type: "text", width: 5 },
    ],
    rows: itemsOf(filled).map((item) => [wordingOf(item), valueOf(item, own(saved.items, item.id)?.value)]),
  };
}

function valueOf({ type, choices }: Item, value = ""): Cell {
  if (type === "check") return value === "true";
  if (type === "date") return dayOf(value);
  if (type === "number") return numberOf(value);
  return choices?.find(({ id }) => id === value)?.text ?? value;
}
