/** The properties of links and files of answers, tried for as long as the environment says instead of a hundred times. */
import fc from "fast-check";
import "../scripts/answers.test";
import "../scripts/merge.test";
import "../scripts/pack.test";

fc.configureGlobal({ numRuns: 1_000_000_000, interruptAfterTimeLimit: Number(process.env.FUZZ_MS) });
