import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { Checklist, Saved, Tool } from "../../assets/ts/model";
import { chosen, choiceFrom, FIRST, queryOf } from "../../assets/ts/plan/choice";
import type { Choice } from "../../assets/ts/plan/choice";
import { groupsOf } from "../../assets/ts/plan/groups";
import { tasksOf } from "../../assets/ts/plan/tasks";
import type { Task } from "../../assets/ts/plan/tasks";
import { id, line, place, plain, saved } from "./samples";

Object.assign(globalThis, { self: { kit: { told: { lang: "da", words: {} } } } });

const NOW = new Date(2026, 10, 21, 23, 30);
const SOME: Saved = { v: 1, rev: "", at: "2026-11-22T01:00:00.000Z", seen: [], items: {} };
const NONE = { rev: "", items: [], dimensions: [], columns: [], examples: [], views: [], start: "" };
const LIST: Checklist = {
  ...NONE,
  id: "list",
  kind: "checklist",
  title: "Liste",
  items: [
    { id: "one", text: "Første", helps: ["other"] },
    { id: "two", text: "Andet" },
  ],
};
const ROWS: Checklist = {
  ...NONE,
  id: "rows",
  kind: "table",
  title: "Skema",
  columns: [
    { id: "what", text: "Hvad", type: "text", role: "title" },
    { id: "who", text: "Hvem", type: "choice", role: "owner", choices: [{ id: "lead", text: "Leder" }] },
    { id: "when", text: "Frist", type: "date", role: "end" },
    { id: "state", text: "Status", type: "status", role: "status" },
    { id: "gate", text: "Milepæl", type: "check", role: "milestone" },
  ],
};
const RATED: Checklist = {
  ...NONE,
  id: "rated",
  kind: "assessment",
  title: "Vurdering",
  dimensions: [{ id: "data", text: "Data" }],
  items: [
    { id: "one", text: "A", dimension: "data", helps: ["other", "more"] },
    { id: "two", text: "B", dimension: "data", helps: ["other"] },
    { id: "three", text: "C" },
  ],
};
const AGENDA: Checklist = { ...ROWS, id: "agenda", views: ["agenda"] };
const TOOLS: Record<string, Tool> = { tool: { id: "tool", title: "Værktøj", checklists: [LIST, ROWS, RATED, AGENDA] } };

function tasks(list: string, answers: Partial<Saved>): Task[] {
  return tasksOf({ [`tool/${list}`]: { ...SOME, ...answers } }, TOOLS, NOW);
}

function row(cells: Record<string, string>): Task[] {
  return tasks("rows", { rows: [{ id: "new-1", cells }] });
}

/** Definitions that may or may not have what is saved. */
const definition: fc.Arbitrary<Checklist> = fc
  .record({ base: fc.constantFrom(LIST, ROWS, RATED, AGENDA), id, ids: fc.array(id, { maxLength: 4 }) })
  .map(({ base, id, ids }) => ({ ...base, id, items: [...base.items, ...ids.map((one) => ({ id: one, text: one, dimension: "data" }))] }));
const project = fc.dictionary(place, saved, { maxKeys: 4 });
const definitions = fc.dictionary(id, fc.array(definition, { maxLength: 3 }).map((checklists): Tool => ({ id: "", title: "", checklists })), { maxKeys: 3 });

test("whatever is saved, the tasks are told without a fault, and none of them is done", () => {
  fc.assert(fc.property(project, definitions, fc.date({ noInvalidDate: true }), (answers, tools, now) => {
    for (const task of tasksOf(answers, tools, now)) {
      assert.ok(["", "part", "none"].includes(task.light));
      assert.ok(task.overdue >= 0 && Number.isInteger(task.overdue));
      assert.ok(task.text !== undefined && task.helps !== undefined);
      if (task.kind === "light") assert.equal(answers[task.place]?.items[task.id]?.answer, task.light);
    }
  }));
});

test("every red and yellow of an item that is there becomes one task", () => {
  fc.assert(fc.property(saved, (answers) => {
    const lit = Object.values(answers.items).filter(({ answer }) => answer === "none" || answer === "part");

    assert.equal(tasksOf({ "gone/list": answers }, {}, NOW).length, lit.length);
  }));
});

test("reds come before yellows, each by deadline", () => {
  fc.assert(fc.property(project, (answers) => {
    const found = tasksOf(answers, TOOLS, NOW).map(({ light, due }) => `${["none", "part", ""].indexOf(light)} ${due || "9999-99-99"}`);

    assert.deepEqual(found, [...found].sort());
  }));
});

test("an item tells its words of today, and what helps", () => {
  const [task] = tasks("list", { items: { one: { answer: "none", text: "Før", owner: " Leder ", due: "2026-11-12" } } });

  assert.deepEqual(task, { place: "tool/list", tool: "tool", id: "one", kind: "light", text: "Første", light: "none", owner: "Leder", due: "2026-11-12", overdue: 9, helps: ["other"], milestone: false });
});

test("an item that its checklist no longer has is nothing to do", () => {
  assert.deepEqual(tasks("list", { items: { old: { answer: "none", text: "Før" } } }), []);
});

test("a tool that is gone keeps its reds, in the words of then", () => {
  const [task] = tasksOf({ "gone/list": { ...SOME, items: { old: { answer: "none", text: "Før" } } } }, TOOLS, NOW);

  assert.equal(task?.text, "Før");
  assert.equal(task?.tool, "gone");
});

test("a deadline is passed from the day after it, where the reader is", () => {
  for (const [due, days] of [["2026-11-20", 1], ["2026-11-21", 0], ["2026-11-22", 0]] as const) {
    assert.equal(tasks("list", { items: { one: { answer: "part", due } } })[0]?.overdue, days);
  }
});

test("rows are tasks when somebody has them, they end, or they have a status", () => {
  assert.equal(row({ what: "Kun en tanke" }).length, 0);
  assert.deepEqual(row({ what: "Lej lokale", who: "lead" }).map(({ text, owner }) => [text, owner]), [["Lej lokale", "Leder"]]);
  assert.equal(row({ what: "x", when: "2026-11-01", gate: "true" })[0]?.milestone, true);
  assert.equal(row({ when: "i morgen" }).length, 0);
  assert.equal(row({ what: "x", state: "part" })[0]?.light, "part");
  for (const state of ["done", "skip"]) assert.equal(row({ what: "x", who: "lead", state }).length, 0);
});

test("examples and agendas are no tasks", () => {
  assert.deepEqual(tasks("rows", { rows: [{ id: "one", example: true, cells: {} }] }), []);
  assert.deepEqual(tasks("agenda", { rows: [{ id: "new-1", cells: { what: "Velkomst", who: "lead" } }] }), []);
});

test("a dimension is weak by the mean of all who answered", () => {
  const items = { one: { rating: 4 }, two: { rating: 2 }, three: { rating: 3 } };
  assert.deepEqual(tasks("rated", { items }), []);

  const [task, ...more] = tasks("rated", { items, voices: [{ name: "B", ratings: { one: 2, two: 2 } }] });
  assert.deepEqual([task?.id, task?.rating, task?.helps, more], ["data", 2.5, ["other", "more"], []]);
  assert.deepEqual(tasks("rated", { items: { three: { rating: 1 } } }).map((one) => one.id), ["three"]);
});

test("each respondent counts alike, as on the radar, however many items she rated", () => {
  const voices = [{ name: "B", ratings: { one: 1 } }];

  const [task] = tasks("rated", { items: { one: { rating: 4 }, two: { rating: 4 } }, voices });

  assert.deepEqual([task?.id, task?.rating], ["data", 2.5]);
});

test("the address says the choice, and keeps what is not ours", () => {
  const choices = fc.record<Choice>({
    by: fc.constantFrom("owner", "tool", "due"),
    light: fc.constantFrom("", "none", "part"),
    tool: fc.oneof(fc.constant(""), id),
    only: fc.constantFrom("", "overdue", "no-due", "no-owner"),
  });
  fc.assert(fc.property(choices, (choice) => assert.deepEqual(choiceFrom(queryOf(choice, "?a=1")), plain(choice))));
  fc.assert(fc.property(line, (query) => assert.ok(choiceFrom(query).by)));
  assert.equal(queryOf(FIRST, "?by=tool&a=1"), "?a=1");
  assert.deepEqual(choiceFrom("?tool=Ring+straks+til+os&by=constructor"), FIRST);
});

test("no task is lost or doubled by grouping", () => {
  fc.assert(fc.property(project, fc.constantFrom("owner", "tool", "due"), (answers, by) => {
    const all = tasksOf(answers, TOOLS, NOW);
    const grouped = groupsOf(all, by, (tool) => tool, NOW).flatMap((group) => group.tasks);

    assert.equal(grouped.length, all.length);
    assert.equal(new Set(grouped).size, all.length);
    assert.deepEqual(chosen(all, FIRST), all);
  }));
});
