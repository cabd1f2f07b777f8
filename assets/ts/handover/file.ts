/** Bundles in files: JSON that a person can read too. */
import { bundleFrom } from "../answers";
import type { Bundle } from "../model";
import type { Fault } from "./fault";

/** How many bytes a file may have, both ways. */
export const MOST_BYTES = 5 * 1024 * 1024;

/** A bundle as the text of a file, laid out for reading where there is room; null where it is too large. */
export function fileOf(bundle: Bundle): string | null {
  const laidOut = `${JSON.stringify(bundle, null, 2)}\n`;
  const text = fits(laidOut) ? laidOut : JSON.stringify(bundle);
  return fits(text) ? text : null;
}

/** The bundle in a file's bytes. Never fails: what is wrong with it is told. */
export function bundleOf(bytes: ArrayBuffer): Bundle | Fault {
  if (bytes.byteLength > MOST_BYTES) return "file-large";
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    JSON.parse(text);
  } catch {
    return "file-torn";
  }
  const found = bundleFrom(text);
  return found === "newer" ? "newer" : (found ?? "file-strange");
}

function fits(text: string): boolean {
  return new TextEncoder().encode(text).length <= MOST_BYTES;
}
