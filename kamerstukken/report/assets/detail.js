"use strict";
// What stands behind a row: the sentence in its paragraph and on its page, references, later letters, the motion's chain.

const dialog = byId("detail");
let opened;

function facts(pairs) {
  const shown = pairs.filter(([, value]) => value);
  return make("dl", {}, ...shown.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]));
}

function letterLink(letter, page) {
  const name = [dutchDay(letter.date), letter.subject].filter(Boolean).join(": ") || letter.file;
  return link(`${name}, blz. ${page}`, letter.href && `${letter.href}#page=${page}`);
}

function paragraph(act) {
  const text = DATA.blocks[`${act.letter}:${act.block}`] || act.quote;
  if (act.start < 0 || act.end > text.length) return make("blockquote", {}, make("mark", {}, act.quote));
  return make("blockquote", {}, text.slice(0, act.start), make("mark", {}, text.slice(act.start, act.end)), text.slice(act.end));
}

function sheets(act) {
  const pages = [...new Set([act.page, ...(act.boxes || []).map((box) => box[0])])];
  return pages.map((page) => {
    const found = picture(act.letter, page);
    if (!found) return make("p", { class: "soft" }, "Van deze bladzijde staat geen beeld in het verslag: ", letterLink(act.of, page), ".");
    const marks = (act.boxes || []).filter((box) => box[0] === page).flatMap(([, x0, top, x1, bottom]) => [
      makeSvg("rect", { x: x0 - 1, y: top - 1, width: x1 - x0 + 2, height: bottom - top + 2 }),
      makeSvg("line", { x1: x0 - 1, y1: bottom + 1, x2: x1 + 1, y2: bottom + 1 }),
    ]);
    return make("figure", { class: "sheet" },
      make("img", { src: `data:image/webp;base64,${found.data}`, alt: `Bladzijde ${page} van de brief, met de zin gemarkeerd` }),
      makeSvg("svg", { viewBox: `0 0 ${found.width} ${found.height}`, "aria-hidden": "true" }, ...marks));
  });
}

function references(act) {
  const mentions = (act.of.mentions || []).filter((mention) => mention.block === act.block);
  if (!mentions.length) return [];
  return [make("h3", {}, "Verwijzingen in deze alinea"), make("ul", {}, ...mentions.map((mention) =>
    make("li", {}, mention.ids?.length ? link(mention.ids.map(paperName).join("; "), mention.url) : "niet herleid", `: “${mention.text}”`)))];
}

function saidLater(act) {
  if (!act.said?.length) return [];
  return [make("h3", {}, "Latere brieven hierover"), make("ol", { class: "chain" }, ...act.said.map((said) => {
    const letter = LETTERS.get(said.letter);
    const moved = said.old && said.new ? ` (van ${dutchDay(said.old)} naar ${dutchDay(said.new)})` : "";
    return make("li", {}, make("b", {}, HOWS[said.how] || said.how), `${moved}: “${said.quote}” `, letter ? letterLink(letter, said.page) : dutchDay(said.date));
  }))];
}

function chainLine(line) {
  const act = line.act && BY_ID.get(line.act);
  const said = line.what === "zegt" ? make("b", {}, `${HOWS[line.how] || line.how}: `) : "";
  const state = line.stand ? [stand(line.stand), " "] : [];
  const quote = act ? make("button", { type: "button", class: "plain", click: () => openAct(act) }, `“${line.quote}”`) : `“${line.quote}”`;
  return make("li", {}, ...state, said, quote, make("span", { class: "soft" }, ` blz. ${line.page}`));
}

function chain(motion) {
  if (!motion.chain?.length) return make("p", { class: "soft" }, "Geen brief in dit verslag zegt er meer over.");
  return make("ol", { class: "chain" }, ...motion.chain.map((step) => {
    const letter = LETTERS.get(step.letter);
    const name = [dutchDay(step.date), step.subject].filter(Boolean).join(": ");
    return make("li", {}, letter ? letterLink(letter, step.lines[0]?.page || 1) : name, make("ul", {}, ...step.lines.map(chainLine)));
  }));
}

function motionHead(motion) {
  return [link(paperName(motion.id), motion.url), motion.indieners?.length ? ` van ${motion.indieners.join(", ")}` : "", " "];
}

function graphButton(id) {
  return make("button", { type: "button", click: () => { dialog.close(); showGraph(id); byId("graaf").scrollIntoView(); byId("graaf").focus(); } }, "Toon de verbanden");
}

function actBody(act) {
  const motions = (act.motions || []).map((id) => MOTIONS.get(id)).filter(Boolean);
  return [
    make("h2", { id: "detail-kop" }, act.action),
    make("div", { class: "columns" },
      make("div", {},
        make("h3", {}, "De zin in haar alinea"), paragraph(act),
        make("h3", {}, "Gegevens"),
        facts([
          ["Stand", make("span", {}, stand(act.stand), act.since ? ` sinds ${dutchDay(act.since)}` : "")],
          ["Soort", `${KINDS[act.kind] || act.kind}, in de brief ${act.status}`], ["Wie", act.actor], ["Voor wie", act.addressee],
          ["Termijn", act.deadline && `${act.deadline}${act.last ? ` (tot en met ${dutchDay(act.last)}${act.certainty === "exact" ? "" : ", " + (act.certainty || "")})` : ""}`],
          ["Aanbeveling", act.recommendation], ["Kop", act.heading], ["Brief", letterLink(act.of, act.page)], ["Ministerie", act.of.ministry], ["Kenmerk", act.of.kenmerk],
          ["Kamerstukken", (act.ids || []).map(paperName).join("; ")], ["Gevonden door", act.rule],
          ["Zekerheid", act.confidence.toLocaleString("nl-NL")], ["Nagekeken", act.review],
        ]),
        ...references(act), ...saidLater(act),
        ...motions.flatMap((motion) => [make("h3", {}, "Motie ", ...motionHead(motion)), chain(motion), graphButton(motion.id)])),
      make("div", {}, make("h3", {}, "Op de bladzijde"), ...sheets(act), motions.length ? "" : graphButton(act.of.id))),
  ];
}

function openAct(act) {
  opened = act;
  show(actBody(act), `#${act.key}`);
  const at = list.acts.indexOf(act);
  byId("detail-previous").disabled = at <= 0;
  byId("detail-next").disabled = at < 0 || at >= list.acts.length - 1;
}

function openMotion(motion) {
  opened = undefined;
  show([
    make("h2", { id: "detail-kop" }, "Motie ", ...motionHead(motion)),
    facts([["Titel", motion.title], ["Stemming", motion.outcome], ["Appreciatie", motion.appreciation], ["Afgedaan", motion.done && "ja"]]),
    make("h3", {}, "Wat er van werd"), chain(motion), graphButton(motion.id),
  ], "");
  byId("detail-previous").disabled = byId("detail-next").disabled = true;
}

function show(body, hash) {
  fill(byId("detail-body"), ...body);
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  history.replaceState(null, "", hash || location.pathname + location.search);
}

function step(by) {
  const next = list.acts[list.acts.indexOf(opened) + by];
  if (opened && next) openAct(next);
}

function closed() {
  history.replaceState(null, "", location.pathname + location.search);
  const back = opened && document.querySelector(`[data-key="${CSS.escape(opened.key)}"]`);
  if (back) back.focus();
}
