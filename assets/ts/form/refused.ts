/** What was refused, told by the labels of the form, and in its language where we have the words for it. */
import { made } from "../dom";
import { fieldAt, isMapping } from "./field";
import type { Field, Plain } from "./field";
import { coded } from "./notice";
import type { Part } from "./notice";
import { filled, short } from "./words";
import type { Words } from "./words";

/** The steps that lead to a value: keys, and places in lists. */
export type Loc = (string | number)[];

/** What `kit check` says of what was sent; `loc` leads to the field, `line` is counted in it or else in the file. */
export interface Fault {
  file: string;
  line?: number;
  loc?: Loc;
  fault: string;
  remedy: string;
}

/** What a fault is told with: the form's language and words, and what the check's sentences are in it. */
export interface Telling {
  lang: string;
  words: Words;
  sentences: Readonly<Record<string, string>>;
}

/** Return a line that says where a fault is, what is wrong and what to do. */
export function line(fault: Fault, fields: Field[], data: Plain, telling: Telling): Part[] {
  const { words } = telling;
  const counted = fault.line === undefined ? "" : filled(words.line, { line: fault.line });
  const steps = fault.loc && place(fault.loc, fields, data, telling);
  const at = steps
    ? [...steps, counted].filter(Boolean).join(" › ")
    : filled(words.file, { file: fault.file, line: fault.line ?? 1 });
  return [...(at ? [made("strong", "", ...coded(at)), ": "] : []), ...sentence(fault.fault, fault.remedy, telling)];
}

/** Return what the check says, in the form's language; where we lack words for it, in English and as a quotation. */
export function sentence(fault: string, remedy: string, { sentences }: Telling): Part[] {
  const said = [fault, remedy].filter(Boolean);
  const ours = said.map((one) => translated(one, sentences));
  const known = ours.filter((one) => one !== undefined);
  if (known.length === said.length) return coded(ended(known));
  const quoted = made("q", "", ...coded(ended(said)));
  quoted.lang = "en";
  return [quoted];
}

function ended(sentences: string[]): string {
  return sentences.map((one) => (/[.!?]$/.test(one) ? one : `${one}.`)).join(" ");
}

/** Return a sentence of the check in other words; `{name}` in its English ones is what differs from time to time. */
export function translated(sentence: string, sentences: Readonly<Record<string, string>>): string | undefined {
  for (const [english, ours] of Object.entries(sentences)) {
    const pattern = english.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{(\w+)\}/g, "(?<$1>.+?)");
    const found = new RegExp(`^${pattern}$`, "s").exec(sentence);
    if (found) return filled(ours, found.groups ?? {});
  }
  return undefined;
}

/** Return what the form calls the steps to a value, rows by what they say. */
export function place(loc: Loc, fields: Field[], data: Plain, telling: Telling): string[] {
  const steps: string[] = [];
  let [field, value, columns]: [Field | undefined, Plain, Plain] = [{ name: "", fields }, data, []];
  for (const step of loc) {
    if (isMapping(value)) columns = value.columns ?? columns;
    const inner = part(value, step);
    if (typeof step === "number") {
      steps.splice(-1, 1, row(field, inner, step, telling));
    } else {
      const column = Array.isArray(columns) ? columns.find((one) => isMapping(one) && one.id === step) : undefined;
      const known: Field | undefined = fieldAt(field, value, step);
      steps.push(known?.label ?? (wording(column, telling.lang) || step));
      field = known;
    }
    value = inner;
  }
  return steps;
}

function part(value: Plain, step: string | number): Plain {
  if (Array.isArray(value)) return value[Number(step)];
  return isMapping(value) ? value[step] : undefined;
}

function row(field: Field | undefined, value: Plain, n: number, { lang, words }: Telling): string {
  const kind = isMapping(value) && field?.types?.find((one) => one.name === value[field.typeKey ?? "type"])?.label;
  const name = kind || (field?.label_singular ?? field?.label ?? "");
  const text = typeof value === "string" ? value : wording(value, lang);
  return `${name} ${text ? filled(words.quote, { text: short(text) }) : n + 1}`;
}

/** What a row says, in the form's language or else in any. */
function wording(value: Plain, lang: string): string {
  const text = isMapping(value) ? (value.text ?? value.title) : undefined;
  if (typeof text === "string") return text;
  return isMapping(text) ? String(text[lang] || Object.values(text).find(Boolean) || "") : "";
}
