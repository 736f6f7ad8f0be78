"use strict";
// The overview: numbers and three charts, each with its numbers as a table beside it.

const charts = [];
const shade = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const presentStands = () => Object.keys(STANDS).filter((name) => BINDING.some((act) => act.stand === name));

function showTiles() {
  const count = (test) => BINDING.filter(test).length;
  const tiles = [
    [DATA.letters.length, "brieven"],
    [count((act) => act.kind === "toezegging"), "toezeggingen"],
    [count((act) => act.kind === "maatregel"), "maatregelen"],
    [count((act) => act.stand === "open"), "open"],
    [count((act) => act.stand === "verlopen"), "termijn verlopen"],
    [count((act) => act.stand === "voldaan"), "voldaan"],
    [DATA.motions.filter((motion) => motion.acts).length, "moties met handeling"],
    [DATA.motions.filter((motion) => !motion.acts).length, "moties zonder handeling"],
  ];
  fill(byId("tiles"), ...tiles.map(([n, what]) => make("li", {}, make("b", {}, n.toLocaleString("nl-NL")), make("span", {}, what))));
}

// The abbreviation where it is known; else the name as far as it fits beside a bar.
function shortName(name) {
  const known = DATA.letters.find((letter) => letter.short && ministryName(letter) === name);
  return known ? known.short : name.length > 22 ? `${name.slice(0, 21)}…` : name;
}

function ministries() {
  const order = [...tally(BINDING.map((act) => ministryName(act.of)))].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], "nl"));
  return order.map(([name]) => name);
}

// Months, quarters where there are more than three years of them, years beyond ten.
const PERIODS = {
  months: { number: (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1, label: (n) => `${MONTHS[n % 12]} ${Math.floor(n / 12)}` },
  quarters: { number: (day) => Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3), label: (n) => `K${n % 4 + 1} ${Math.floor(n / 4)}` },
  years: { number: (day) => Number(day.slice(0, 4)), label: (n) => String(n) },
};

function periods() {
  const days = BINDING.map((act) => act.last).filter(Boolean).sort();
  if (!days.length) return { labels: [], of: () => -1 };
  const first = days[0], last = days[days.length - 1];
  const span = Number(last.slice(0, 4)) - Number(first.slice(0, 4));
  const { number, label } = PERIODS[span > 10 ? "years" : span > 3 ? "quarters" : "months"];
  const labels = [];
  for (let n = number(first); n <= number(last); n += 1) labels.push(label(n));
  return { labels, of: (day) => number(day) - number(first) };
}

// A line at the report's day.
const dayLine = (at) => ({
  id: "day",
  afterDatasetsDraw(chart) {
    if (at < 0 || at >= chart.data.labels.length) return;
    const x = chart.scales.x.getPixelForValue(at), { top, bottom } = chart.chartArea, pen = chart.ctx;
    pen.save();
    pen.strokeStyle = shade("text"); pen.setLineDash([4, 3]); pen.lineWidth = 1.5;
    pen.beginPath(); pen.moveTo(x, top); pen.lineTo(x, bottom); pen.stroke();
    pen.restore();
  },
});

function stacked(id, labels, place, options) {
  const { horizontal, acts, onPick, plugins, short } = options;
  const stands = presentStands();
  const series = stands.map((name) => {
    const data = labels.map(() => 0);
    acts.filter((act) => act.stand === name).forEach((act) => { data[place(act)] += 1; });
    return { label: STANDS[name], data, name };
  });
  fill(byId(`table-${id}`), numbersTable(["", ...series.map((s) => s.label)], labels.map((label, n) => [label, ...series.map((s) => s.data[n])])));
  draw(`chart-${id}`, short || labels, series, { horizontal, onPick: onPick && ((n, s) => onPick(labels[n], s)), plugins });
}

function draw(id, labels, series, { horizontal, onPick, plugins }) {
  const paint = () => series.map((s) => ({ label: s.label, data: s.data, backgroundColor: shade(s.name), borderColor: shade("panel"), borderWidth: 1 }));
  const ticks = () => ({ color: shade("text"), precision: 0 });
  const chart = new Chart(byId(id), {
    type: "bar",
    data: { labels, datasets: paint() },
    plugins: plugins || [],
    options: {
      indexAxis: horizontal ? "y" : "x",
      animation: false, responsive: true, maintainAspectRatio: false,
      scales: { x: { stacked: true, ticks: ticks() }, y: { stacked: true, ticks: ticks() } },
      plugins: { legend: { position: "bottom", display: series.length > 1, labels: { color: shade("text"), boxWidth: 12 } } },
      onClick: (_, hits) => { if (hits.length && onPick) onPick(hits[0].index, series[hits[0].datasetIndex]); },
    },
  });
  chart.repaint = () => {
    chart.data.datasets.forEach((set, n) => Object.assign(set, paint()[n]));
    for (const axis of ["x", "y"]) { chart.options.scales[axis].ticks.color = shade("text"); chart.options.scales[axis].grid = { color: shade("line") + "55" }; }
    chart.options.plugins.legend.labels.color = shade("text");
    chart.update();
  };
  chart.repaint();
  charts.push(chart);
}

function showCharts() {
  const names = ministries();
  stacked("ministries", names, (act) => names.indexOf(ministryName(act.of)), {
    horizontal: true, acts: BINDING, short: names.map(shortName),
    onPick: (label, series) => setFilters({ ministry: label, stand: series.name }),
  });
  const time = periods();
  stacked("deadlines", time.labels, (act) => time.of(act.last), { acts: BINDING.filter((act) => act.last), plugins: [dayLine(time.of(DATA.on))] });
  const motions = [
    ["met handeling", DATA.motions.filter((m) => m.acts).length],
    ["zonder handeling", DATA.motions.filter((m) => !m.acts).length],
    ["afgedaan", DATA.motions.filter((m) => m.done).length],
  ];
  fill(byId("table-motions"), numbersTable(["", "moties"], motions));
  draw("chart-motions", motions.map(([label]) => label), [{ label: "moties", data: motions.map(([, n]) => n), name: "open" }], { horizontal: true });
}
