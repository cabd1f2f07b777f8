/** The contents in the margin: they mark the section that is read, and make room for what else stands there. */

/** What needs the margin for itself. */
const OTHERS = ".iv-form--wide, .iv-scroll--wide, .iv-main .iv-path, .iv-margin:not(.iv-margin--top)";

/** Of sections in order, the number of the last that begins at or above the line; -1 before the first. */
export function sectionAt(line: number, tops: readonly number[]): number {
  return tops.filter((top) => top <= line).length - 1;
}

/** Whether two boxes have a point in common. */
export function meet(one: DOMRect, other: DOMRect): boolean {
  return one.top < other.bottom && other.top < one.bottom && one.left < other.right && other.left < one.right;
}

/** Follow the reader through the sections that the list in the margin names. */
export function followContents(list: HTMLElement): void {
  const margin = list.parentElement as HTMLElement;
  const links = [...list.querySelectorAll("a")];
  const sections = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  const update = (): void => {
    // Where the list scrolls away with the page, a mark in it would be seen by nobody.
    const stays = getComputedStyle(list).position === "sticky";
    mark(links, stays ? sectionAt(readingLine(), sections.map(topOf)) : -1);
    margin.classList.toggle("iv-margin--away", stays && isCrowded(margin));
  };
  const soon = onceAFrame(update);
  margin.classList.add("iv-margin--along");
  addEventListener("scroll", soon, { passive: true });
  new ResizeObserver(soon).observe(document.body);
  addEventListener("resize", soon);
}

/** A third down the window; at the end of the page its foot, since the last sections never come further up. */
function readingLine(): number {
  const { scrollHeight, clientHeight } = document.documentElement;
  return scrollHeight - clientHeight - scrollY < 2 ? clientHeight : clientHeight / 3;
}

function topOf(section: Element | null): number {
  return section ? section.getBoundingClientRect().top : Infinity;
}

function isCrowded(margin: Element): boolean {
  const others = boxes(document.querySelectorAll(OTHERS));
  return boxes(margin.children).some((own) => others.some((other) => meet(own, other)));
}

function boxes(elements: Iterable<Element>): DOMRect[] {
  return [...elements].map((element) => element.getBoundingClientRect());
}

function mark(links: readonly HTMLAnchorElement[], current: number): void {
  links.forEach((link, number) => {
    if (number === current) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  });
}

function onceAFrame(work: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      work();
    });
  };
}
