/** Bundles in links: written small into the fragment, and read back without trusting any of it. */
import { bundleFrom } from "../answers";
import type { Bundle } from "../model";
import { compact, expanded } from "./compact";
import type { Fault } from "./fault";

/** What the fragment begins with. */
export const MARK = "#kit=";
/** How long a link may be: mail programs and chats cut longer ones. */
export const LONGEST_LINK = 8000;
/** How long a fragment may be before it is looked at. */
const LONGEST_FRAGMENT = 100_000;
/** How many bytes may come out of a link. */
const MOST_BYTES = 64 * 1024;
/** Packed bytes are fed in so few at a time that none can unpack to more than twice the cap: deflate gives at most 1032 for one. */
const BITE = 64;

/** Whether this browser can pack and unpack. */
export function canPack(): boolean {
  try {
    return Boolean(new CompressionStream("deflate-raw") && new DecompressionStream("deflate-raw"));
  } catch {
    return false;
  }
}

/** The link to a page with a bundle in its fragment; null where it gets too long. */
export async function linkTo(page: string, bundle: Bundle): Promise<string | null> {
  const plain = new TextEncoder().encode(JSON.stringify(compact(bundle)));
  if (plain.length > MOST_BYTES) return null;
  const packed = await whole(streamOf(plain, plain.length).pipeThrough(new CompressionStream("deflate-raw")));
  const link = page + MARK + base64url(packed as Uint8Array);
  return link.length > LONGEST_LINK ? null : link;
}

/** The bundle in a fragment. Never fails: what is wrong with it is told. */
export async function bundleIn(fragment: string): Promise<Bundle | Fault> {
  if (fragment.length > LONGEST_FRAGMENT) return "link-large";
  if (!canPack()) return "link-unread";
  const packed = bytesOf(fragment.slice(MARK.length));
  if (!packed?.length) return "link-torn";
  try {
    const plain = await whole(streamOf(packed, BITE).pipeThrough(new DecompressionStream("deflate-raw")));
    return plain ? read(plain) : "link-large";
  } catch {
    return "link-torn";
  }
}

function read(plain: Uint8Array): Bundle | Fault {
  const raw: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain));
  const found = bundleFrom(JSON.stringify(expanded(raw)));
  return found === "newer" ? "newer" : (found ?? "link-strange");
}

/** All that comes out of a stream, or null when it is more than the cap; then nothing more is read. */
async function whole(stream: ReadableStream<Uint8Array>): Promise<Uint8Array | null> {
  const [reader, chunks] = [stream.getReader(), [] as Uint8Array[]];
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks, size);
    if ((size += value.length) > MOST_BYTES) {
      await reader.cancel().catch(() => undefined);
      return null;
    }
    chunks.push(value);
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** Bytes as a stream that hands out `bite` of them each time it is asked. */
function streamOf(bytes: Uint8Array, bite: number): ReadableStream<BufferSource> {
  let at = 0;
  const pull = (controller: ReadableStreamDefaultController<BufferSource>): void => {
    if (at >= bytes.length) return controller.close();
    controller.enqueue(bytes.slice(at, (at += bite)));
  };
  return new ReadableStream({ pull }, { highWaterMark: 0 });
}

function base64url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** What others put behind a link, such as a full stop or a bracket, is no part of it. */
function bytesOf(text: string): Uint8Array | null {
  const letters = /^[\w-]*/.exec(text)?.[0] ?? "";
  if (letters.length % 4 === 1) return null;
  return Uint8Array.from(atob(letters.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
}
