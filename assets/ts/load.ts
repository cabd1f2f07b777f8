/** Scripts of the site that are loaded when somebody needs them. Classic ones: modules fail from a folder. */

const loading = new Map<string, Promise<void>>();

/** Load a script once, by its whole address; a failed one is tried again the next time. */
export function load(address: string): Promise<void> {
  const known = loading.get(address);
  if (known) return known;
  const made = new Promise<void>((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => done();
    script.onerror = () => {
      loading.delete(address);
      script.remove();
      failed(new Error(address));
    };
    document.head.append(script);
  });
  loading.set(address, made);
  return made;
}
