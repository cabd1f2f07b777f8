/** How the form reads and writes files: a tool's YAML, and a page with its front matter. */
import { fieldsOf, isMapping } from "./field";
import type { Field, Plain } from "./field";
import { added, gone, told } from "./ids";
import type { Gone } from "./ids";
import { read, written } from "./yaml";

type Data = { [key: string]: Plain };

/** What Decap calls to turn a file into what the form shows, and back. */
export interface Format {
  fromFile: (text: string) => Data;
  toFile: (data: Data) => string;
}

// Under this key the form keeps the file as it was read, so that only changes are written into it; and under the
// other, whether that is a tool, or changes to one, which are not for the form.
const SOURCE = "#";
const KIND = "#is";
const FRONT = /^---[ \t]*\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\n|$)/m;

/** A tool's file. */
export function tool(fields: Field[], local: boolean): Format {
  return format(local, {
    fromFile: (text) => {
      const data = typed(read(text), fields) as Data;
      return { ...data, [KIND]: "ops" in data ? "changes" : "tool" };
    },
    toFile: ({ [SOURCE]: source, [KIND]: _, ...data }) => {
      const before = String(source ?? "");
      return written(before, { ...data, ...gone(mapping(read(before)), data) }, fields);
    },
  });
}

/** What a tool's file says of ids that it did not say when it was read; nothing of other files. */
export function accounted({ [SOURCE]: source, [KIND]: kind, ...data }: Data): Gone {
  const before = mapping(kind === "tool" ? read(String(source ?? "")) : "");
  return added(told(before), gone(before, data));
}

/** A page: what stands between its lines of `---`, and below them its text as typed. */
export function page(fields: Field[], local: boolean): Format {
  return format(local, {
    fromFile: (text) => {
      const front = FRONT.exec(text);
      const data = front ? (typed(read(front[1] ?? ""), fields) as Data) : {};
      return { ...(isMapping(data) ? data : {}), body: text.slice(front?.[0].length ?? 0) };
    },
    toFile: ({ [SOURCE]: source, body, ...data }) => {
      const front = FRONT.exec(String(source ?? ""));
      const head = written(front?.[1] ?? "", data, fields);
      const text = String(body ?? "");
      const end = text && !text.endsWith("\n") ? "\n" : "";
      return head.trim() && head !== "{}\n" ? `---\n${head}---\n${text}${end}` : `${text}${end}`;
    },
  });
}

/** What a file that was sent to be saved says, as it lies there. */
export function shown(raw: string, isTool: boolean): Plain {
  const text = raw.split("\0").at(-1) ?? "";
  return read(isTool ? text : (FRONT.exec(text)?.[1] ?? ""));
}

/** Keep the file as it was read; the server on this machine gets it first, and refuses when it has changed since. */
function format(local: boolean, { fromFile, toFile }: Format): Format {
  return {
    fromFile: (raw) => {
      const [source = "", text = source] = raw.split("\0");
      return { ...fromFile(text), [SOURCE]: source };
    },
    toFile: (data) => (local ? `${String(data[SOURCE] ?? "")}\0` : "") + toFile(data),
  };
}

function mapping(value: Plain): Data {
  return isMapping(value) ? value : {};
}

/** Values as the form's controls want them: switches are no text. */
function typed(value: Plain, fields: Field[]): Plain {
  if (!isMapping(value)) return value;
  const result: Data = {};
  for (const [name, one] of Object.entries(value)) {
    const field = fields.find((known) => known.name === name);
    if (field?.widget === "boolean") result[name] = one === "true";
    else if (Array.isArray(one)) result[name] = one.map((part) => typed(part, fieldsOf(field, part)));
    else result[name] = typed(one, fieldsOf(field, one));
  }
  return result;
}
