/** What the reader has chosen, by question. It stands in the page's address, so that it can be sent and gone back to. */

/** The values by the name of their question; a question without any is left open. */
export type Chosen = Readonly<Record<string, readonly string[]>>;

/** What a question can be answered with: one or several of its `values`, or, where there are none, words. */
export interface Kind {
  values?: readonly string[];
  several?: boolean;
}
export type Kinds = Readonly<Record<string, Kind>>;

const LONGEST = 80;

/** What an address asks for, as in `?phase=plan&time=60`; what the questions do not know counts for nothing. */
export function chosenFrom(query: string, kinds: Kinds): Chosen {
  const asked = new URLSearchParams(query);
  return Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, valid(asked.getAll(name), kind)]));
}

/** The address's query for what is chosen. Parameters that are not ours stay. */
export function queryOf(chosen: Chosen, query = ""): string {
  const asked = new URLSearchParams(query);
  for (const [name, values] of Object.entries(chosen)) {
    asked.delete(name);
    for (const value of values) asked.append(name, value);
  }
  const text = asked.toString();
  return text && `?${text}`;
}

/** Whether anything is chosen. */
export function isChosen(chosen: Chosen): boolean {
  return Object.values(chosen).some((values) => values.length > 0);
}

/** In the order of the form, each once. */
function valid(given: readonly string[], { values, several }: Kind): readonly string[] {
  if (!values)
    return given
      .slice(0, 1)
      .map((words) => words.slice(0, LONGEST))
      .filter((words) => words.trim());
  const known = several ? given : given.filter((value) => values.includes(value)).slice(0, 1);
  return values.filter((value) => known.includes(value));
}
