"use strict";
// What the page holds, and ways through it.

const DATA = JSON.parse(byId("data").textContent);
DATA.acts.forEach((act, n) => { act.n = n; act.of = DATA.letters[act.letter]; });
const LETTERS = new Map(DATA.letters.map((letter) => [letter.id, letter]));
const MOTIONS = new Map(DATA.motions.map((motion) => [motion.id, motion]));
const BY_KEY = new Map(DATA.acts.map((act) => [act.key, act]));
const BY_ID = new Map(DATA.acts.map((act) => [act.id, act]));

DATA.acts.forEach((act) => {
  act.text = fold([
    act.action, act.quote, act.heading, act.actor, act.of.subject, act.of.file, act.of.kenmerk, act.deadline,
    ...(act.motions || []), ...(act.ids || []), ...(act.motions || []).flatMap((id) => MOTIONS.get(id)?.indieners || []),
  ].filter(Boolean).join(" "));
});

// The picture of a page, read when it is first asked for; undefined where the report holds none.
function picture(letter, page) {
  const holder = byId(`page-${letter}:${page}`);
  return holder ? JSON.parse(holder.textContent) : undefined;
}

function tally(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return counts;
}

const BINDING = DATA.acts.filter((act) => act.kind !== "aanbeveling");
