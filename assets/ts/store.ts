/** This site's own corner of the browser's storage, which all sites on one origin share. */

/** The key of a value, from the address of one of the site's scripts: `kit:/town/:palette` from `…/town/assets/site.js`. */
export function keyOf(name: string, script: string): string {
  return `kit:${new URL("..", script).pathname}:${name}`;
}

/** The saved value; none, too, where the browser denies storage. */
export function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Save a value, or forget it, and say whether the browser let us. */
export function write(key: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
