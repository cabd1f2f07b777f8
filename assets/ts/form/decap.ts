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

/** What a control is given. */
export interface Props {
  field: Held;
  value: Held | string | undefined;
  forID: string;
  classNameWrapper: string;
  onChange: (value: unknown) => void;
  setActiveStyle: () => void;
  setInactiveStyle: () => void;
  getEntry: () => Held;
}

/** A part of the page, as React makes it. */
export type Element = object;

interface Window {
  CMS_MANUAL_INIT: boolean;
  CMS: {
    init: (options: { config: object }) => void;
    registerWidget: (name: string, control: object) => void;
    registerCustomFormat: (name: string, extension: string, format: Format) => void;
  };
  h: (tag: string, attributes: object, ...children: (Element | string)[]) => Element;
  createClass: (spec: object) => object;
}

/** The window with Decap on it. */
export const decap = self as unknown as Window;
