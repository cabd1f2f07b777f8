/** The kinds of checklist that a page's scripts know. Tables and assessments are only in the scripts of pages that have them. */
import type { Kind } from "../model";
import type { FormKind } from "./kind";

type Kinds = Partial<Record<Kind, FormKind>>;

/** The kinds by name; each script adds its own. */
export function kinds(): Kinds {
  const holder = self as typeof self & { kit?: { kinds?: Kinds } };
  return ((holder.kit ??= {}).kinds ??= {});
}
