// What a script adds to pages that are whole without it: pictures, the record panel's light, keys, progress.

import { draw } from "./charts.js";

const mark = import.meta.url.split("/").at(-2); // changes with every file of ours, see render.build_mark
const all = (what, within = document) => [...within.querySelectorAll(what)];

draw(all("[data-chart]"));
showSection();
takeAlong();
lightRecords();
besidePanel();
listenToKeys();
drop();
follow();

// — on a narrow screen the sections run beyond the edge: the one that is open is brought into sight —
function showSection() {
  const [open, row] = [document.querySelector(".sections [aria-current]"), document.querySelector(".sections ul")];
  if (open && row.scrollWidth > row.clientWidth) row.scrollLeft = open.offsetLeft - (row.clientWidth - open.offsetWidth) / 2;
}

// — a view as a picture, its address in the clipboard —
function takeAlong() {
  for (const button of all("[data-picture]")) {
    button.hidden = false;
    button.addEventListener("click", () => picture(button));
  }
  for (const button of all("[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(location.href);
      const said = button.textContent;
      button.textContent = "✓";
      setTimeout(() => (button.textContent = said), 1200);
    });
  }
}

async function picture(button) {
  button.disabled = true;
  try {
    await load(`/assets/${mark}/html-to-image/dist/html-to-image.js`);
    const main = document.querySelector("main");
    const paper = getComputedStyle(document.documentElement).getPropertyValue("--paper");
    const data = await window.htmlToImage.toPng(main, { backgroundColor: paper, pixelRatio: 2, skipFonts: true, filter: (node) => !node.classList?.contains("bar") });
    const link = document.createElement("a");
    link.href = data;
    link.download = `sagwan${decodeURIComponent(location.pathname).replaceAll("/", "-")}.png`;
    link.click();
  } finally {
    button.disabled = false;
  }
}

function load(source) {
  return new Promise((done, failed) => {
    if (document.querySelector(`script[src="${source}"]`)) return done();
    const script = document.createElement("script");
    script.src = source;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
}

// — all pieces of one record light up together; a click marks where one is —
function lightRecords() {
  const sheet = document.querySelector(".sheet");
  if (!sheet) return;
  const pieces = all(".m", sheet);
  const of = (piece) => piece.dataset.r.split(" ").at(-1);
  const light = (record) => pieces.forEach((piece) => piece.classList.toggle("lit", record !== null && piece.dataset.r.split(" ").includes(record)));
  sheet.addEventListener("pointerover", (event) => light(event.target.closest?.(".m") ? of(event.target.closest(".m")) : null));
  sheet.addEventListener("pointerleave", () => light(null));
  sheet.addEventListener("click", (event) => {
    const piece = event.target.closest(".m");
    if (!piece) return;
    const record = of(piece);
    pieces.forEach((one) => one.classList.toggle("here", one.dataset.r.split(" ").includes(record)));
    const address = new URL(location.href);
    address.searchParams.set("record", record);
    address.hash = "here";
    history.replaceState(null, "", address);
  });
}

// — what the evidence beside an article is about stays in sight; laid aside, the reader is back where he was —
function besidePanel() {
  const panel = document.getElementById("panel");
  panel?.addEventListener("htmx:afterSwap", () => document.querySelector(".m.here")?.scrollIntoView({ block: "nearest" }));
  panel?.addEventListener("click", (event) => {
    if (!event.target.closest(".close")) return;
    event.preventDefault();
    const hint = Object.assign(document.createElement("p"), { className: "hint", textContent: panel.dataset.hint });
    panel.replaceChildren(hint);
    const here = all(".m.here");
    here[0]?.focus({ preventScroll: true });
    here.forEach((piece) => piece.classList.remove("here"));
    history.replaceState(null, "", location.pathname);
  });
}

// — keys: / to search, [ and ] from line to line, Escape to lay the evidence aside —
function listenToKeys() {
  const lines = () => all(".cited blockquote a, .register a, .headlines a, .bank p > a, .proved a, .shelf td a, .sheet .m").filter((line) => line.checkVisibility());
  let at = -1;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (event.key === "/") {
      event.preventDefault();
      document.getElementById("find").focus();
    } else if (event.key === "]" || event.key === "[") {
      const shown = lines();
      const here = shown.indexOf(document.activeElement);
      at = Math.min(shown.length - 1, Math.max(0, (here < 0 ? at : here) + (event.key === "]" ? 1 : -1)));
      shown[at]?.focus();
    } else if (event.key === "Escape") {
      document.querySelector("#panel .close")?.click();
    }
  });
}

// — files dropped on the form —
function drop() {
  const place = document.querySelector(".drop");
  if (!place) return;
  const field = place.querySelector("input");
  place.addEventListener("dragover", (event) => { event.preventDefault(); place.classList.add("over"); });
  place.addEventListener("dragleave", () => place.classList.remove("over"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("over");
    field.files = event.dataTransfer.files;
  });
}

// — how far a delivery is —
function follow() {
  const shown = document.querySelector("[data-follow]:not([data-done])");
  if (!shown) return;
  const told = new EventSource(shown.dataset.follow);
  told.addEventListener("progress", (event) => {
    const now = JSON.parse(event.data);
    shown.querySelector("progress").value = now.came;
    for (const part of ["came", "kept", "known"]) shown.querySelector(`[data-part=${part}]`).textContent = now[part];
    shown.querySelector("[data-part=refused]").textContent = now.refused.length;
    if (now.done) {
      told.close();
      location.reload();
    }
  });
}
