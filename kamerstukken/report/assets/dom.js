"use strict";
// Elements from values. Text only ever becomes text: nothing here, or anywhere in the report, parses markup.

const byId = (id) => document.getElementById(id);

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "click") element.addEventListener("click", value);
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== null && child !== ""));
  return element;
}

function makeSvg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function fill(element, ...children) {
  element.replaceChildren(...children);
  return element;
}

// A link to an official page or to the PDF beside the report; any other scheme stays text.
function link(text, address) {
  const safe = address && (/^https:\/\//.test(address) || !/^[a-z][a-z0-9+.-]*:/i.test(address) || /^file:\/\/\//.test(address));
  return safe ? make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text) : document.createTextNode(text);
}

function stand(name) {
  return make("span", { class: `stand ${name in STANDS ? name : "onbekend"}` }, STANDS[name] || name);
}

// A table of numbers: heads, then rows of a name and its numbers.
function numbersTable(heads, rows) {
  return make("table", {},
    make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))),
    make("tbody", {}, ...rows.map(([first, ...numbers]) => make("tr", {},
      make("th", { scope: "row" }, first), ...numbers.map((n) => make("td", { class: "number" }, String(n)))))));
}

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function later(action, wait) {
  let timer;
  return () => { clearTimeout(timer); timer = setTimeout(action, wait); };
}
