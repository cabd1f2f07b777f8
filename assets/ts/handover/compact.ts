/** A bundle as short arrays: in a link every character counts. What comes back is unknown until the schema has seen it. */
import type { Bundle } from "../model";

/** How a value is written short and long again. `long` never throws: what it does not know it leaves as it is. */
interface Form {
  short(value: unknown): unknown;
  long(value: unknown): unknown;
}

/** Stands for a field that is not there; no field holds a zero. */
const ABSENT = 0;

const same: Form = { short: (value) => value, long: (value) => value };

// The order of the fields is a contract with links that were sent: new fields come last.
const answer = fields({ answer: same, rating: same, value: same, owner: same, due: same, note: same, text: same });
const row = fields({ id: same, cells: record(same), example: same });
const voices = list(fields({ name: same, ratings: record(same) }));
const saved = fields({
  v: same,
  rev: same,
  at: same,
  seen: same,
  items: record(answer),
  rows: list(row),
  day: same,
  start: same,
  name: same,
  voices,
  rounds: list(fields({ date: same, voices })),
  end: same,
});
const project = fields({ name: same, checklists: record(saved), organisation: same, owner: same });
const projects = list(project);

/** The bundle as `[version, made, projects]`. */
export function compact(bundle: Bundle): unknown {
  return [bundle.v, bundle.made, projects.short(bundle.projects)];
}

/** What a compacted bundle may have been. */
export function expanded(raw: unknown): unknown {
  const [v, made, found] = Array.isArray(raw) ? raw : [];
  return { format: "kit-answers", v, made, projects: projects.long(found) };
}

/** An object as the values of its fields, in order. */
function fields(forms: Record<string, Form>): Form {
  const known = Object.entries(forms);
  return {
    short(value) {
      const found = value as Record<string, unknown>;
      const values = known.map(([name, form]) => (found[name] === undefined ? ABSENT : form.short(found[name])));
      while (values.at(-1) === ABSENT) values.pop();
      return values;
    },
    long(value) {
      if (!Array.isArray(value) || value.length > known.length) return value;
      const there = known.map(([name, form], n) => [name, value[n] ?? ABSENT, form] as const);
      return Object.fromEntries(there.flatMap(([name, one, form]) => (one === ABSENT ? [] : [[name, form.long(one)]])));
    },
  };
}

/** A record as its keys and its values: alike things stand together, which packs better. */
function record(form: Form): Form {
  return {
    short(value) {
      const entries = Object.entries(value as object);
      return [entries.map(([key]) => key), entries.map(([, one]) => form.short(one))];
    },
    long(value) {
      const [keys, values] = Array.isArray(value) ? value : [];
      if (!Array.isArray(keys) || !Array.isArray(values) || keys.length !== values.length) return value;
      return Object.fromEntries(keys.map((key, n) => [String(key), form.long(values[n])]));
    },
  };
}

function list(form: Form): Form {
  return {
    short: (value) => (value as unknown[]).map((one) => form.short(one)),
    long: (value) => (Array.isArray(value) ? value.map((one) => form.long(one)) : value),
  };
}
