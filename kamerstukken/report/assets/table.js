"use strict";
// The list: a real table, a page of rows at a time, so that it is quick and every reader's tools can read it.

const ROWS = 50;
const collator = new Intl.Collator("nl", { numeric: true });
const COLUMNS = [
  { title: "Actie", value: (act) => act.action },
  { title: "Soort", value: (act) => act.kind },
  { title: "Stand", value: (act) => act.stand },
  { title: "Wie", value: (act) => act.actor || "" },
  { title: "Termijn", value: (act) => act.last || (act.deadline ? "9998" : "9999") },
  { title: "Moties", value: (act) => (act.motions || []).join(" ") },
  { title: "Ministerie", value: (act) => ministryName(act.of) },
  { title: "Brief", value: (act) => act.of.date || "" },
];
const list = { acts: [], page: 0, column: -1, down: false, all: false };

function showHead() {
  const cells = COLUMNS.map((column, n) => {
    const order = list.column === n ? (list.down ? "descending" : "ascending") : "none";
    const sorter = list.all ? column.title : make("button", { type: "button", click: () => sortBy(n) }, column.title);
    return make("th", { scope: "col", "aria-sort": order }, sorter);
  });
  fill(document.querySelector("#acts thead tr"), ...cells);
}

function sortBy(n) {
  list.down = list.column === n && !list.down;
  list.column = n;
  refresh();
  document.querySelectorAll("#acts thead button")[n].focus();
}

function sorted(acts) {
  if (list.column < 0) return acts;
  const { value } = COLUMNS[list.column];
  const keyed = acts.map((act) => [value(act), act]);
  keyed.sort((a, b) => collator.compare(a[0], b[0]) || a[1].n - b[1].n);
  return (list.down ? keyed.reverse() : keyed).map((pair) => pair[1]);
}

function rowOf(act) {
  const cell = (n, ...children) => make("td", n ? { "data-label": COLUMNS[n].title } : {}, ...children);
  const motions = (act.motions || []).map(paperName).join("; ");
  return make("tr", {},
    cell(0, make("button", { type: "button", class: "plain", "data-key": act.key, click: () => openAct(act) }, act.action)),
    cell(1, KINDS[act.kind] || act.kind), cell(2, stand(act.stand)), cell(3, act.actor || ""),
    make("td", { class: act.last && "day", "data-label": "Termijn" }, deadlineWords(act)), cell(5, motions),
    cell(6, ministryName(act.of)), make("td", { class: "day", "data-label": "Brief" }, dutchDay(act.of.date) || act.of.file));
}

function showRows() {
  const total = list.acts.length, pages = Math.max(1, Math.ceil(total / ROWS));
  list.page = Math.min(Math.max(list.page, 0), pages - 1);
  const from = list.all ? 0 : list.page * ROWS;
  const shown = list.acts.slice(from, list.all ? total : from + ROWS);
  fill(document.querySelector("#acts tbody"), ...shown.map(rowOf));
  byId("count").textContent = total === DATA.acts.length
    ? `${total.toLocaleString("nl-NL")} handelingen`
    : `${total.toLocaleString("nl-NL")} van ${DATA.acts.length.toLocaleString("nl-NL")} handelingen`;
  byId("place").textContent = `bladzijde ${list.page + 1} van ${pages}`;
  byId("previous").disabled = list.page === 0;
  byId("next").disabled = list.page >= pages - 1;
}

function turn(step) {
  list.page += step;
  showRows();
  byId("count").scrollIntoView();
}

function refresh() {
  list.acts = sorted(wanted());
  list.page = 0;
  showHead();
  showRows();
}

// On paper all rows that were asked for, not a page of them; a head with buttons in it would not come back on each sheet.
function printing(all) {
  list.all = all;
  showHead();
  showRows();
}

let motionsShown = ROWS;

function showMotions() {
  const asked = Object.fromEntries(new FormData(byId("motion-filters")));
  const parts = words(asked.query);
  const found = DATA.motions.filter((motion) =>
    (!asked.acts || (asked.acts === "with") === Boolean(motion.acts)) &&
    parts.every((part) => fold([motion.id, paperName(motion.id), motion.title, ...(motion.indieners || [])].filter(Boolean).join(" ")).includes(part)));
  fill(document.querySelector("#motions tbody"), ...found.slice(0, motionsShown).map((motion) => make("tr", {},
    make("td", {}, make("button", { type: "button", class: "plain", click: () => openMotion(motion) }, paperName(motion.id))),
    make("td", { "data-label": "Titel" }, motion.title || ""),
    make("td", { "data-label": "Indieners" }, (motion.indieners || []).join(", ")),
    make("td", { class: "number", "data-label": "Handelingen" }, String(motion.acts)),
    make("td", { class: "number", "data-label": "Brieven" }, String((motion.chain || []).length)),
    make("td", { "data-label": "Afgedaan" }, motion.done ? "ja" : ""))));
  byId("motion-count").textContent = `${found.length.toLocaleString("nl-NL")} moties`;
  byId("more-motions").hidden = found.length <= motionsShown;
}
