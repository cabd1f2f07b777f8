/** The index as the site tells it: its two scripts, each loaded once. */
import { address } from "../catalogue";
import { load } from "../load";
import { told } from "../words";
import { Engine } from "./engine";
import type { First, More } from "./shape";

const kit = (self as typeof self & { kit: { index?: First; texts?: More } }).kit;
let first: Promise<Engine> | undefined;
let whole: Promise<Engine> | undefined;

/** The engine with what most readers mean. The promise fails when the script does not load; the next time tries again. */
export function engine(): Promise<Engine> {
  first ??= load(address(told().scripts.index)).then(
    () => new Engine(kit.index as First),
    (fault: unknown) => {
      first = undefined;
      throw fault;
    },
  );
  return first;
}

/** The engine with the texts' own words, too. */
export function wholeEngine(): Promise<Engine> {
  whole ??= extended().catch((fault: unknown) => {
    whole = undefined;
    throw fault;
  });
  return whole;
}

async function extended(): Promise<Engine> {
  const made = await engine();
  await load(address((kit.index as First).more));
  made.extend(kit.texts as More);
  return made;
}
