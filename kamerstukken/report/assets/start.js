"use strict";
// Everything is tied together here.

function setTheme(dark) {
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  byId("theme").setAttribute("aria-pressed", String(dark));
  charts.forEach((chart) => chart.repaint());
  if (shownSubject) showGraph(shownSubject);
}

function openFromAddress() {
  const act = BY_KEY.get(decodeURIComponent(location.hash.slice(1)));
  if (act) openAct(act);
}

function tieKeys() {
  dialog.addEventListener("keydown", (event) => {
    if (event.target.matches("input, select")) return;
    if (event.key === "ArrowRight") step(1);
    if (event.key === "ArrowLeft") step(-1);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !dialog.open && !event.target.matches("input, select")) { event.preventDefault(); form.elements.query.focus(); }
  });
}

function tie() {
  for (const event of ["input", "change"]) {
    form.addEventListener(event, later(refresh, 120));
    byId("motion-filters").addEventListener(event, later(showMotions, 120));
  }
  form.addEventListener("reset", () => setTimeout(refresh));
  form.addEventListener("submit", (event) => event.preventDefault());
  byId("motion-filters").addEventListener("submit", (event) => event.preventDefault());
  byId("more-motions").addEventListener("click", () => { motionsShown += 200; showMotions(); });
  byId("previous").addEventListener("click", () => turn(-1));
  byId("next").addEventListener("click", () => turn(1));
  byId("detail-previous").addEventListener("click", () => step(-1));
  byId("detail-next").addEventListener("click", () => step(1));
  byId("detail-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", closed);
  byId("graph-choice").addEventListener("submit", (event) => {
    event.preventDefault();
    const node = chosenSubject(event.target.elements.subject.value);
    if (node) showGraph(node.id); else byId("graph-note").textContent = "Niets gevonden van die naam.";
  });
  byId("theme").addEventListener("click", () => setTheme(document.documentElement.dataset.theme !== "dark"));
  window.addEventListener("beforeprint", () => printing(true));
  window.addEventListener("afterprint", () => printing(false));
  window.addEventListener("hashchange", openFromAddress);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => setTheme(event.matches));
  tieKeys();
}

document.documentElement.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
byId("theme").setAttribute("aria-pressed", String(document.documentElement.dataset.theme === "dark"));
fillChoices();
refresh();
showMotions();
tie();
fillSubjects();
showTiles();
showCharts();
const telling = DATA.motions.filter((motion) => motion.acts && PLACE.has(motion.id)).sort((a, b) => b.acts - a.acts)[0];
if (telling) showGraph(telling.id);
openFromAddress();
