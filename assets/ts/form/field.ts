/** A field of the form, as `kit admin` makes it from the model; the order is the order of the keys in the file. */
export interface Field {
  name: string;
  label?: string;
  /** What one entry of a list is called. */
  label_singular?: string;
  widget?: string;
  /** Its values are numbers, dates and the like, which YAML needs no quotes for. */
  bare?: boolean;
  fields?: Field[];
  types?: Field[];
  typeKey?: string;
}

/** What a file holds: every value is text as typed, but for the switches of the form. */
export type Plain = string | number | boolean | null | undefined | Plain[] | { [key: string]: Plain };

/** Whether a value is a mapping. */
export function isMapping(value: Plain): value is { [key: string]: Plain } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether nothing is written: what is optional is then left out. */
export function isEmpty(value: Plain): boolean {
  if (Array.isArray(value)) return value.every(isEmpty);
  if (isMapping(value)) return Object.values(value).every(isEmpty);
  return value === null || value === undefined || value === false || (typeof value === "string" && !value.trim());
}

/** The fields below a mapping; where there are several shapes, those of the one that it names. */
export function fieldsOf(field: Field | undefined, value: Plain): Field[] {
  if (!field?.types) return field?.fields ?? [];
  const kind = isMapping(value) ? value[field.typeKey ?? "type"] : "";
  return field.types.find((type) => type.name === kind)?.fields ?? [];
}

/** The field of a key; what lies in a row of a table may be a number, but its wordings are text. */
export function fieldAt(field: Field | undefined, value: Plain, key: string): Field | undefined {
  if (field?.widget === "kit-cells") return { name: key, bare: true };
  return fieldsOf(field, value).find((one) => one.name === key);
}
