"use strict";
// Words of the report: what a reader sees for what the data says.

const KINDS = { toezegging: "toezegging", maatregel: "maatregel", aanbeveling: "aanbeveling" };
const STANDS = {
  open: "open", deels: "deels voldaan", voldaan: "voldaan", verlopen: "termijn verlopen",
  gewijzigd: "gewijzigd", vervallen: "vervallen", onbekend: "onbekend",
};
const HOWS = {
  herhaling: "opnieuw gezegd", wijziging: "nieuwe termijn", nakoming: "nagekomen", deels: "deels nagekomen",
  vervallen: "vervallen", overname: "aanbeveling overgenomen", verwijzing: "verwijst hiernaar",
};
const TYPES = {
  brief: "Brief", kamerstuk: "Kamerstuk", motie: "Motie", dossier: "Dossier", toezegging: "Toezegging",
  maatregel: "Maatregel", aanbeveling: "Aanbeveling", bewindspersoon: "Bewindspersoon", ministerie: "Ministerie",
};
const EDGES = {
  cites: "noemt", contains: "bevat", spawned: "leidde tot", near: "staat bij", basis: "grond van", is: "verschenen als",
  signs: "tekende", sends: "verstuurde", settles: "noemt afgedaan", follows: "volgt op", answers: "wordt overgenomen door",
  points: "verwijst naar", in: "hoort bij", does: "doet",
};
const MONTHS = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

function dutchDay(day) {
  if (!day) return "";
  const [year, month, number] = day.split("-").map(Number);
  return `${number} ${MONTHS[month - 1]} ${year}`;
}

function paperName(id) {
  const found = /^kst-(\d+(?:-[A-Z0-9]+)?)-([0-9A-Z]+)$/.exec(id);
  if (!found) return id.replace(/^(dossier|motie):/, "$1 ");
  return `${found[1]}, ${/^\d+$/.test(found[2]) ? "nr. " : ""}${found[2]}`;
}

function deadlineWords(act) {
  const unsure = act.certainty && act.certainty !== "exact" ? " (±)" : "";
  return act.last ? dutchDay(act.last) + unsure : act.deadline || "";
}

function ministryName(letter) {
  return (letter.ministry || "onbekend").replace(/^Ministerie (van|voor) /, "");
}
