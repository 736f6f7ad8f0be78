// Keys, the list, dialogs and words over the page. Everything that is kept goes through the forms of the page.
"use strict";

const one = (selector, within = document) => within.querySelector(selector);
const dialog = one("#dialog");
const KEYS = "kamerstukken-losse-toetsen";

// The list

const current = () => one("#queue li[aria-current]");
const here = () => one("#desk").dataset.row;
const rowAfter = (item) => {
  let next = item && item.nextElementSibling;
  while (next && !next.dataset.row) next = next.nextElementSibling;
  return next;
};

function showCurrent() {
  for (const item of document.querySelectorAll("#queue li[aria-current]")) item.removeAttribute("aria-current");
  const item = one(`#queue li[data-row="${CSS.escape(here() || "")}"]`);
  if (!item) return;
  item.setAttribute("aria-current", "true");
  item.scrollIntoView({ block: "nearest" });
  prepareNext(item);
}

// The quote in sight, also where it stands at the foot of the page. Only beside the fields: below them it would take them away.
function showQuote() {
  const quote = one("#desk rect.quote");
  if (quote && matchMedia("(min-width: 60rem)").matches) quote.scrollIntoView({ block: "center" });
}

// The next pages are fetched before they are asked for; the browser and the server keep them.
function prepareNext(item) {
  for (let n = 0, next = rowAfter(item); next && n < 2; n += 1, next = rowAfter(next)) new Image().src = next.dataset.picture;
}

function move(step) {
  const items = [...document.querySelectorAll("#queue li[data-row]")];
  const at = items.indexOf(current());
  const to = at < 0 ? items[0] : items[at + step];
  if (to) one("a", to).click();
  else if (step > 0) one("#queue .more button")?.click();
}

// Words of the page, over its picture, so that they can be selected

let selected = null;
let waiting = 0;

function layWords() {
  clearTimeout(waiting);
  const desk = one("#desk");
  if (!one(".words", desk)) return;
  waiting = setTimeout(async () => {
    const answer = await fetch(desk.dataset.layer, { headers: { Accept: "application/json" } });
    if (!answer.ok || one("#desk") !== desk) return;
    const layer = await answer.json();
    fillWords(one(".words", desk), layer.words);
    for (const [x, y, width, height] of layer.notes) mark(one("svg", desk), x, y, width, height);
    desk.dataset.ready = "true";
  }, 250);
}

function fillWords(layer, words) {
  const [width, height] = [Number(layer.dataset.width), Number(layer.dataset.height)];
  const parts = document.createDocumentFragment();
  for (const [start, end, text, x0, top, x1, bottom] of words) {
    const word = document.createElement("span");
    word.textContent = `${text} `;
    word.dataset.start = start;
    word.dataset.end = end;
    word.style.left = `${(100 * x0) / width}%`;
    word.style.top = `${(100 * top) / height}%`;
    word.style.width = `${(100 * (x1 - x0)) / width}%`;
    word.style.height = `${(100 * (bottom - top)) / height}%`;
    parts.append(word);
  }
  layer.replaceChildren(parts);
}

function mark(svg, x, y, width, height) {
  const box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ class: "note", x, y, width, height })) box.setAttribute(name, value);
  svg.append(box);
}

document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  const layer = one("#desk .words");
  if (!layer || !selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(layer)) return;
  const words = [...layer.children].filter((word) => range.intersectsNode(word) && touches(range, word));
  if (!words.length) return;
  selected = { start: Math.min(...words.map((w) => Number(w.dataset.start))), end: Math.max(...words.map((w) => Number(w.dataset.end))) };
});

// A range that only ends at a word's border does not hold the word.
function touches(range, word) {
  const own = document.createRange();
  own.selectNodeContents(word);
  return range.compareBoundaryPoints(Range.END_TO_START, own) < 0 && range.compareBoundaryPoints(Range.START_TO_END, own) > 0;
}

// Dialogs

document.addEventListener("click", (event) => {
  const target = event.target.closest("[data-close], [data-move], [data-paper], [data-take]");
  if (!target) return;
  if (target.dataset.close !== undefined) dialog.close();
  if (target.dataset.move) move(Number(target.dataset.move));
  if (target.dataset.paper) choosePaper(target);
  if (target.dataset.take) {
    const text = one(target.dataset.take);
    one(target.dataset.into).value = text.value.slice(text.selectionStart, text.selectionEnd).trim();
  }
});

function choosePaper(button) {
  one("#paper").value = button.dataset.paper;
  one(`input[name=as][value=${button.dataset.motion ? "motion" : "paper"}]`).checked = true;
  one("#paper").focus();
}

const usesKeys = () => localStorage.getItem(KEYS) !== "uit";

document.addEventListener("change", (event) => {
  if (event.target.id === "keys") localStorage.setItem(KEYS, event.target.checked ? "aan" : "uit");
});

// Keys: each is a button of the page, so nothing can be done by key alone

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || dialog.open || !usesKeys()) return;
  if (event.target.closest("input, select, textarea")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const target = [...document.querySelectorAll("[data-key]")].find((item) => item.dataset.key === event.key);
  if (!target) return;
  event.preventDefault();
  if (target.tagName === "INPUT") target.focus();
  else target.click();
});

// What goes with every request, and what happens with every answer

document.addEventListener("htmx:configRequest", (event) => {
  const { detail } = event;
  detail.headers["X-CSRF-Token"] = one("meta[name=csrf]").content;
  if (detail.verb === "post") detail.parameters.set("next", rowAfter(current())?.dataset.row || "");
  if (detail.elt.dataset.selection !== undefined && selected) {
    detail.parameters.set("start", selected.start);
    detail.parameters.set("end", selected.end);
  }
});

document.addEventListener("htmx:afterSwap", (event) => {
  const target = event.detail.target;
  if (target.id === "dialog") openDialog();
  if (target.id === "queue" && !current()) one("#queue li[data-row] a")?.click();
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target.id === "desk" || event.detail.elt.id === "desk") newDesk();
  else if (event.detail.target.closest?.("#queue")) showCurrent();
});

document.addEventListener("htmx:afterRequest", (event) => {
  const { elt, successful, requestConfig } = event.detail;
  if (successful && requestConfig.verb === "post" && dialog.contains(elt)) dialog.close();
});

document.addEventListener("htmx:sendError", () => say("De server antwoordt niet; uw laatste oordeel is niet bewaard."));
document.addEventListener("htmx:responseError", (event) => {
  const { status, responseText } = event.detail.xhr;
  if (status !== 409 && status !== 422) say(`Dat lukte niet (${status}): ${responseText.slice(0, 200)}`);
});

function say(text) {
  one("#problem").textContent = text;
}

function openDialog() {
  if (!dialog.open) dialog.showModal();
  const keys = one("#keys", dialog);
  if (keys) keys.checked = usesKeys();
  (one("[autofocus]", dialog) || one("input:not([type=hidden]), textarea, button", dialog))?.focus();
}

function newDesk() {
  selected = null;
  const address = new URL(location.href);
  if (here()) address.searchParams.set("row", here());
  history.replaceState(null, "", address);
  showCurrent();
  showQuote();
  layWords();
  if (!dialog.open && !document.activeElement?.closest(".queue")) one("#desk-title")?.focus({ preventScroll: true });
}

showCurrent();
showQuote();
layWords();
