/** What we use of Decap, which puts itself on the window. */
import type { Format } from "./format";

/** A value as Decap holds it (Immutable's maps and lists), as far as we need it. */
export interface Held {
  get(key: string | number): unknown;
  getIn(path: readonly (string | number)[]): unknown;
  set(key: string, value: unknown): Held;
  delete(key: string): Held;
  clear(): Held;
  push(...values: unknown[]): Held;
  toJS(): unknown;
}

/** What a control is given; `t` says Decap's phrases. */
export interface Props {
  field: Held;
  value: Held | string | undefined;
  forID: string;
  classNameWrapper: string;
  onChange: (value: unknown) => void;
  setActiveStyle: () => void;
  setInactiveStyle: () => void;
  getEntry: () => Held;
  parentIds: string[];
  t: (key: string, values: object) => string;
}

/** Decap's phrases by key, in the groups that its keys name. */
export interface Phrases {
  [key: string]: Phrases | string;
}

/** A part of the page, as React makes it. */
export type Element = object;

interface Window {
  CMS_MANUAL_INIT: boolean;
  CMS: {
    init: (options: { config: object }) => void;
    registerWidget: (name: string, control: object) => void;
    registerCustomFormat: (name: string, extension: string, format: Format) => void;
    registerEventListener: (listener: { name: "postSave"; handler: (saved: { entry: Held }) => void }) => void;
    getLocale: (locale: string) => Phrases | undefined;
    registerLocale: (locale: string, phrases: Phrases) => void;
  };
  h: (tag: string, attributes: object, ...children: (Element | string)[]) => Element;
  createClass: (spec: object) => object;
}

/** The window with Decap on it. */
export const decap = self as unknown as Window;

/** Let Decap say some things otherwise; `phrases` are ours by its keys, as in `editor.editorToolbar.save`. */
export function rephrase(locale: string, phrases: Record<string, string>): void {
  const known = structuredClone(decap.CMS.getLocale(locale) ?? {});
  for (const [key, words] of Object.entries(phrases)) {
    const groups = key.split(".");
    const last = groups.pop() ?? "";
    const group = groups.reduce<Phrases>((found, name) => (found[name] ??= {}) as Phrases, known);
    group[last] = words;
  }
  decap.CMS.registerLocale(locale, known);
}
