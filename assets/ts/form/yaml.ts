/** Reads YAML as text, and writes into it only what has changed: comments and everything else stay as they are. */
import { Document, Pair, Scalar, YAMLMap, YAMLSeq, isMap, isScalar, isSeq, parseDocument, visit } from "yaml";
import type { Node } from "yaml";

import { fieldAt, fieldsOf, isEmpty, isMapping } from "./field";
import type { Field, Plain } from "./field";

// What YAML 1.2 takes for something else than text; like the rest of this in `macros/canonical.py`.
const CORE =
  /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
// What else cannot stand there without quotes.
const ODD = /^(?:[-?:](?:\s|$)|[,[\]{}#&*!|>'"%@`]|---|\.\.\.|<<$)|: | #|:$|^\s|\s$/;
const INVISIBLE = /[\t\x85\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
// Before a comment on the line of a value, so that it gets the two spaces that our reader asks for.
const BEHIND = "\u0001";

/** Read YAML; every plain value is text. Throws with the first fault. */
export function read(text: string): Plain {
  return plain(parsed(text).contents);
}

/** Return `text` with `value` in it. */
export function written(text: string, value: { [key: string]: Plain }, fields: Field[]): string {
  const document = parsed(text);
  if (isMap(document.contents) && same(plain(document.contents), value)) return text;
  const map = isMap(document.contents) ? document.contents : new YAMLMap();
  document.contents = map as unknown as typeof document.contents;
  fill(map, value, { name: "", fields });
  visit(document, {
    Scalar: (_, node) => {
      if (node.comment) node.comment = BEHIND + node.comment;
    },
  });
  return document.toString({ lineWidth: 0, singleQuote: true, commentString: comment });
}

function comment(text: string): string {
  const behind = text.startsWith(BEHIND);
  return (behind ? " " : "") + text.slice(behind ? 1 : 0).replace(/^(?!$)(?: $)?/gm, "#");
}

function parsed(text: string): Document {
  const document = parseDocument(text, { schema: "failsafe" });
  const fault = document.errors[0];
  if (fault) throw new Error(fault.message);
  return document as unknown as Document;
}

function plain(node: unknown): Plain {
  if (isMap(node)) return Object.fromEntries(node.items.map((pair) => [key(pair), plain(pair.value)]));
  if (isSeq(node)) return node.items.map(plain);
  return isScalar(node) ? String(node.value ?? "") : "";
}

function key(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : "";
}

function same(old: Plain, value: Plain): boolean {
  if (isEmpty(old) && isEmpty(value)) return true;
  if (Array.isArray(old) && Array.isArray(value))
    return old.length === value.length && old.every((one, n) => same(one, value[n]));
  if (isMapping(old) && isMapping(value))
    return [...new Set([...Object.keys(old), ...Object.keys(value)])].every((name) => same(old[name], value[name]));
  // Blanks around a text mean nothing.
  return typeof old === "string" && !isMapping(value) && !Array.isArray(value) && old.trim() === text(value);
}

function text(value: Plain): string {
  return String(value ?? "").trim();
}

/** Bring a mapping to its values; what is empty goes, unless it stood there empty before. */
function fill(map: YAMLMap, value: { [key: string]: Plain }, field: Field | undefined): void {
  map.items = map.items.filter((pair) => same(plain(pair.value), value[key(pair)]) || !isEmpty(value[key(pair)]));
  for (const [name, one] of Object.entries(value)) {
    const known = map.items.find((pair) => key(pair) === name);
    const inner = fieldAt(field, value, name);
    if (known) {
      if (!same(plain(known.value), one)) known.value = changed(known.value as Node, one, inner);
    } else if (!isEmpty(one)) {
      place(map, new Pair(scalar(name, true), changed(undefined, one, inner)), fieldsOf(field, value));
    }
  }
}

/** Put a new key where the model has it: before the first that comes after it there. */
function place(map: YAMLMap, pair: Pair, fields: Field[]): void {
  const rank = (one: Pair): number => fields.findIndex((field) => field.name === key(one));
  const next = rank(pair) < 0 ? -1 : map.items.findIndex((one) => rank(one) > rank(pair));
  map.items.splice(next < 0 ? map.items.length : next, 0, pair);
}

function changed(node: Node | undefined, value: Plain, field: Field | undefined): Node {
  if (isMapping(value)) {
    const map = isMap(node) ? node : new YAMLMap();
    fill(map, value, field);
    return map;
  }
  if (Array.isArray(value)) return listed(isSeq(node) ? node : new YAMLSeq(), value, field);
  const fresh = scalar(text(value), field?.bare ?? false);
  if (isScalar(node)) [fresh.comment, fresh.commentBefore] = [node.comment, node.commentBefore];
  return fresh;
}

/** Bring a list to its values: what has an id is known by it, the rest by what it says, or else by its place. */
function listed(seq: YAMLSeq, values: Plain[], field: Field | undefined): YAMLSeq {
  const left = [...(seq.items as Node[])];
  // The comment above the first row is the row's, though the parser gives it to the list.
  if (left[0] && seq.commentBefore) [left[0].commentBefore, seq.commentBefore] = [seq.commentBefore, null];
  const take = (fits: (node: Node) => boolean): Node | undefined => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const filled = values.filter((value) => !isEmpty(value));
  const equal = filled.map((value) => take((node) => same(plain(node), value)));
  seq.items = filled.map((value, n) => {
    const known = equal[n];
    if (known) return known;
    const id = isMapping(value) ? value.id : undefined;
    const node = id ? take((one) => (plain(one) as { id?: Plain }).id === id) : undefined;
    return changed(node, value, isMapping(value) ? field : { name: "", bare: field?.bare ?? false });
  });
  return seq;
}

function scalar(text: string, bare: boolean): Scalar {
  const node = new Scalar(text);
  if (INVISIBLE.test(text)) node.type = Scalar.QUOTE_DOUBLE;
  else if (text.includes("\n")) node.type = Scalar.BLOCK_LITERAL;
  else node.type = ODD.test(text) || (!bare && CORE.test(text)) ? Scalar.QUOTE_SINGLE : Scalar.PLAIN;
  return node;
}
