/** The control for an example row of a table: one field for each of the table's columns. */
import { decap } from "./decap";
import type { Element, Held, Props } from "./decap";
import { box, control, wording } from "./widgets";

interface Column {
  id: string;
  text?: Record<string, string>;
  type?: string;
  choices?: { id: string; text?: Record<string, string> }[];
}
type Option = { value: string; label: string };

/** Register it. */
export function register(): void {
  control("kit-cells", (props) => {
    const held = props.value as Held | undefined;
    const cells = columns(props).map((column) => {
      const value = held?.get(column.id);
      const set = (one: unknown): void => props.onChange((held ?? props.field.clear()).set(column.id, one));
      return decap.h(
        "fieldset",
        { key: column.id, className: "kit-cell" },
        decap.h("legend", {}, said(props, column.text) || column.id),
        cell(props, column, value, set),
      );
    });
    return decap.h("div", { id: props.forID, className: "kit-cells" }, ...cells);
  });
}

function cell(props: Props, column: Column, value: unknown, set: (value: unknown) => void): Element {
  const text = value === undefined || typeof value === "object" ? "" : String(value);
  if (["text", "long", undefined].includes(column.type) && !text) {
    return decap.h(
      "div",
      { className: "kit-languages" },
      ...wording(props, value as Held | undefined, props.field, (one) => set(one)),
    );
  }
  const options = choices(props, column);
  if (!options) return box(props, "", "", text, set);
  return decap.h(
    "select",
    {
      className: props.classNameWrapper,
      value: text,
      onChange: ({ target }: { target: { value: string } }) => set(target.value),
    },
    ...[{ value: "", label: "–" }, ...options].map((one) =>
      decap.h("option", { key: one.value, value: one.value }, one.label),
    ),
  );
}

function choices(props: Props, column: Column): Option[] | undefined {
  if (column.type === "choice") {
    return (column.choices ?? []).map((one) => ({ value: one.id, label: said(props, one.text) || one.id }));
  }
  const known = column.type === "status" || column.type === "check" ? props.field.get(column.type) : undefined;
  return (known as Held | undefined)?.toJS() as Option[] | undefined;
}

/** The columns of the table whose row this is: the form does not say where a control stands. */
function columns(props: Props): Column[] {
  const checklists = (props.getEntry().getIn(["data", "checklists"]) as Held | undefined)?.toJS() as
    { columns?: Column[]; examples?: { values?: unknown }[] }[] | undefined;
  const mine = JSON.stringify((props.value as Held | undefined)?.toJS());
  const found = checklists?.find((one) => one.examples?.some(({ values }) => JSON.stringify(values) === mine));
  return found?.columns ?? [];
}

function said(props: Props, text: Record<string, string> | undefined): string {
  return text?.[String(props.field.get("lang"))] || Object.values(text ?? {}).find(Boolean) || "";
}
