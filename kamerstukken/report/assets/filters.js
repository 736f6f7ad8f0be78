"use strict";
// Which acts the list shows.

const form = byId("filters");

function fillChoices() {
  const add = (name, values, label) => values.forEach((value) => form.elements[name].append(make("option", { value }, label(value))));
  add("kind", Object.keys(KINDS), (value) => KINDS[value]);
  add("stand", Object.keys(STANDS), (value) => STANDS[value]);
  add("ministry", [...new Set(DATA.letters.map(ministryName))].sort((a, b) => a.localeCompare(b, "nl")), (value) => value);
}

function words(query) {
  return [...fold(query).matchAll(/"([^"]+)"|(\S+)/g)].map((found) => found[1] || found[2]);
}

function wanted() {
  const asked = Object.fromEntries(new FormData(form));
  const parts = words(asked.query);
  return DATA.acts.filter((act) =>
    (!asked.kind || act.kind === asked.kind) &&
    (!asked.stand || act.stand === asked.stand) &&
    (!asked.ministry || ministryName(act.of) === asked.ministry) &&
    (!asked.motion || (asked.motion === "*") === Boolean(act.motions?.length)) &&
    (!asked.from || (act.last && act.last >= asked.from)) &&
    (!asked.until || (act.last && act.last <= asked.until)) &&
    (!asked.review || (asked.review === "yes") === Boolean(act.review)) &&
    act.confidence >= Number(asked.sure) &&
    parts.every((part) => act.text.includes(part)));
}

function setFilters(values) {
  form.reset();
  for (const [name, value] of Object.entries(values)) form.elements[name].value = value;
  refresh();
  byId("lijst").scrollIntoView();
}
