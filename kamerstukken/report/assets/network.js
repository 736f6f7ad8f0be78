"use strict";
// The graph of a chosen motion, paper, dossier or letter: a drawing, and the same as a list for who cannot use one.

const MOST_NODES = 120;
const SHAPES = {
  brief: "round-rectangle", motie: "diamond", kamerstuk: "rectangle", dossier: "hexagon", bewindspersoon: "ellipse", ministerie: "octagon",
  toezegging: "ellipse", maatregel: "ellipse", aanbeveling: "ellipse",
};
const HUES = {
  brief: "open", motie: "verlopen", kamerstuk: "onbekend", dossier: "onbekend", bewindspersoon: "vervallen", ministerie: "vervallen",
  toezegging: "voldaan", maatregel: "gewijzigd", aanbeveling: "deels",
};
const NODES = DATA.network.nodes;
const PLACE = new Map(NODES.map((node, n) => [node.id, n]));
const AROUND = NODES.map(() => []);
DATA.network.edges.forEach(([from, to, type]) => { AROUND[from].push([to, type, true]); AROUND[to].push([from, type, false]); });
let drawing, shownSubject;

// Nodes of office are hubs, and a letter holds many acts: a way through them says nothing of the subject.
const HUB = new Set(["bewindspersoon", "ministerie"]);
const isAside = (node, type, root) => node !== root && (HUB.has(NODES[node].type) || (NODES[node].type === "brief" && ["contains", "signs", "sends", "in"].includes(type)));

function nearby(root, steps) {
  const found = new Map([[root, 0]]);
  let edge = [root];
  for (let n = 1; n <= steps; n += 1) {
    const next = [];
    for (const node of edge) {
      for (const [other, type] of AROUND[node]) {
        if (found.has(other) || isAside(node, type, root)) continue;
        if (found.size >= MOST_NODES) return { found, cut: true };
        found.set(other, n);
        next.push(other);
      }
    }
    edge = next;
  }
  return { found, cut: false };
}

function nodeName(node) {
  return ["motie", "kamerstuk", "dossier"].includes(node.type) ? paperName(node.id) : node.label;
}

function neighbours(root) {
  const groups = new Map();
  for (const [other, type, out] of AROUND[root]) {
    const name = `${EDGES[type] || type}${out ? "" : " (van)"}`;
    groups.set(name, [...(groups.get(name) || []), other]);
  }
  return [...groups].flatMap(([name, others]) => [make("h3", {}, name), make("ul", {}, ...[...new Set(others)].map((n) =>
    make("li", {}, `${TYPES[NODES[n].type] || NODES[n].type}: `, make("button", { type: "button", class: "plain", click: () => showGraph(NODES[n].id) }, nodeName(NODES[n])))))]);
}

function look() {
  const text = shade("text");
  return [
    { selector: "node", style: { label: "data(name)", shape: "data(shape)", "background-color": "data(hue)", color: text, "font-size": 11, "text-wrap": "wrap", "text-max-width": 110, "text-valign": "bottom", "text-margin-y": 3, width: 22, height: 22 } },
    { selector: "node[?root]", style: { width: 36, height: 36, "font-weight": "bold", "border-width": 3, "border-color": text } },
    { selector: "edge", style: { width: 1.5, "line-color": shade("line"), "target-arrow-color": shade("line"), "target-arrow-shape": "triangle", "curve-style": "bezier", "arrow-scale": .8 } },
    { selector: "node:selected", style: { "border-width": 3, "border-color": shade("focus") } },
  ];
}

function showGraph(id) {
  const root = PLACE.get(id);
  if (root === undefined) { byId("graph-note").textContent = "Dit onderwerp komt in geen van deze brieven voor."; return; }
  const { found, cut } = nearby(root, Number(byId("graph-choice").elements.steps.value));
  const nodes = [...found].map(([n]) => ({ data: { id: String(n), name: nodeName(NODES[n]), shape: SHAPES[NODES[n].type] || "ellipse", hue: shade(HUES[NODES[n].type] || "onbekend"), root: n === root } }));
  const edges = DATA.network.edges.filter(([a, b]) => found.has(a) && found.has(b)).map(([a, b, type]) => ({ data: { id: `${a}>${b}>${type}`, source: String(a), target: String(b) } }));
  if (drawing) drawing.destroy();
  drawing = cytoscape({
    container: byId("graph"), elements: [...nodes, ...edges], style: look(), minZoom: .2, maxZoom: 3,
    layout: { name: "cose", animate: false, randomize: false, idealEdgeLength: () => 70, nodeRepulsion: () => 9000, nodeDimensionsIncludeLabels: true, padding: 20, ...seedPlaces(found) },
  });
  drawing.on("tap", "node", (event) => pick(NODES[Number(event.target.id())]));
  shownSubject = id;
  byId("graph-choice").elements.subject.value = nodeName(NODES[root]);
  byId("graph-note").textContent = `${TYPES[NODES[root].type] || ""} ${nodeName(NODES[root])}: ${found.size} knopen, ${edges.length} verbanden${cut ? "; de verste zijn weggelaten" : ""}. Een knop in de lijst of een knoop in de tekening gaat verder.`;
  fill(byId("graph-list"), ...neighbours(root));
}

// Rings around the subject to begin with, so that the same subject is drawn the same.
function seedPlaces(found) {
  const rings = new Map();
  for (const [n, ring] of found) rings.set(ring, [...(rings.get(ring) || []), n]);
  const places = {};
  for (const [ring, members] of rings) members.forEach((n, i) => {
    const angle = (2 * Math.PI * i) / members.length + ring;
    places[n] = { x: 300 + ring * 150 * Math.cos(angle), y: 250 + ring * 150 * Math.sin(angle) };
  });
  return { positions: (node) => places[Number(node.id())] };
}

function pick(node) {
  const act = BY_ID.get(node.id);
  if (act) openAct(act); else showGraph(node.id);
}

function fillSubjects() {
  const choices = NODES.filter((node) => ["motie", "kamerstuk", "dossier", "brief"].includes(node.type));
  fill(byId("subjects"), ...choices.map((node) => make("option", { value: nodeName(node) }, `${TYPES[node.type]} ${node.id}`)));
}

function chosenSubject(text) {
  const asked = fold(text.trim());
  const named = (test) => NODES.find((node) => !HUB.has(node.type) && test(node));
  return named((node) => fold(node.id) === asked || fold(nodeName(node)) === asked) || named((node) => asked && fold(nodeName(node)).includes(asked));
}
