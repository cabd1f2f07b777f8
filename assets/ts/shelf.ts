/** Where readers' answers lie: the browser's storage, or this page's memory where the browser denies it. */
import { keyOf, read, write } from "./store";

/** Told the name (without the site's prefix) of what changed; `null` when all may have. */
export type Watcher = (name: string | null) => void;

/** The site's own entries by name; shared by all scripts of a page, and in step with other tabs. */
export class Shelf {
  readonly #prefix: string;
  readonly #memory = new Map<string, string>();
  /** Whether the last write reached the browser's storage; `true` before the first. */
  kept = true;
  #isQuiet = false;

  /** `script` is the address of one of the site's scripts. */
  constructor(script: string) {
    this.#prefix = keyOf("", script);
  }

  get(name: string): string | null {
    return this.#memory.get(name) ?? read(this.#prefix + name);
  }

  /** Save or (`null`) forget an entry, and say whether the browser keeps it; if not, this page remembers it. */
  set(name: string, value: string | null): boolean {
    this.kept = write(this.#prefix + name, value);
    if (this.kept || value === null) this.#memory.delete(name);
    else this.#memory.set(name, value);
    if (!this.#isQuiet) this.#tell(name);
    return this.kept;
  }

  /** Make many changes, and tell of them once. */
  quietly<T>(change: () => T): T {
    this.#isQuiet = true;
    try {
      return change();
    } finally {
      this.#isQuiet = false;
      this.#tell(null);
    }
  }

  #tell(name: string | null): void {
    dispatchEvent(new CustomEvent("kit-change", { detail: name }));
  }

  /** The names of all entries that begin so. */
  names(start = ""): string[] {
    const found = new Set(this.#memory.keys());
    try {
      for (const key of Object.keys(localStorage))
        if (key.startsWith(this.#prefix)) found.add(key.slice(this.#prefix.length));
    } catch {
      // Denied: memory is all there is.
    }
    return [...found].filter((name) => name.startsWith(start)).sort();
  }

  /** Be told of every change, here and in other tabs, and when a page comes back from the browser's memory. */
  watch(watcher: Watcher): void {
    addEventListener("kit-change", (event) => watcher((event as CustomEvent<string | null>).detail));
    addEventListener("storage", ({ key }) => {
      if (key === null) watcher(null);
      else if (key.startsWith(this.#prefix)) watcher(key.slice(this.#prefix.length));
    });
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) watcher(null);
    });
  }
}

/** The page's one shelf. */
export function shelfOf(script: string): Shelf {
  return (globals().shelf ??= new Shelf(script));
}

/** What the site's scripts leave for each other: classic scripts share nothing else. */
export interface Globals {
  shelf?: Shelf;
}

function globals(): Globals {
  const holder = self as typeof self & { kit?: Globals };
  return (holder.kit ??= {});
}
