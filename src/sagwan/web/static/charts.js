// Pictures from the series that the page carries; a table on the same page says the same without them.

import { laidOut } from "./layout.js";

const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const REM = parseFloat(getComputedStyle(document.documentElement).fontSize);

function palette() {
  return Object.fromEntries(["ink", "soft", "faint", "rule", "hair", "paper", "sheet", "seal", "indigo", "pine", "gold", "plum", "teal"].map((name) => [name, style(`--${name}`)]));
}

// Tooltips are painted on the canvas: the page's policy allows no style inside HTML, and names never become HTML.
const base = (c) => ({
  backgroundColor: "transparent",
  animation: false,
  textStyle: { fontFamily: style("--sans"), color: c.soft },
  tooltip: { renderMode: "richText", backgroundColor: c.sheet, borderColor: c.rule, textStyle: { color: c.ink, fontSize: 12 } },
});

const axis = (c) => ({ axisLine: { lineStyle: { color: c.rule } }, axisTick: { show: false }, axisLabel: { color: c.faint, fontSize: 11, hideOverlap: true }, splitLine: { lineStyle: { color: c.hair } } });
const grid = { left: 14, right: 14, top: 22, bottom: 22, outerBoundsMode: "none" };
// Numbers stand on the columns wherever there is room for one.
const counted = (c) => ({ show: true, color: c.soft, fontSize: 11, formatter: ({ value }) => (value ? String(Math.abs(value)) : "") });

const kinds = {
  months: (data, c) => ({
    ...base(c),
    grid,
    xAxis: { type: "category", data: data.rows.map((row) => row[0]), ...axis(c) },
    yAxis: { type: "value", show: false },
    tooltip: { ...base(c).tooltip, trigger: "axis", formatter: ([one]) => `${one.name}  ${data.label} ${one.value ?? 0}` },
    series: [{ type: "bar", data: data.rows.map((row) => row[1] || null), itemStyle: { color: c.indigo }, barMaxWidth: 22, barMinHeight: 2, labelLayout: { hideOverlap: true }, label: { ...counted(c), position: "top" } }],
  }),

  balance: (data, c) => ({
    ...base(c),
    grid,
    xAxis: { type: "category", data: data.rows.map((row) => row[0]), ...axis(c), axisLine: { onZero: true, lineStyle: { color: c.rule } }, axisLabel: { ...axis(c).axisLabel, margin: 8 }, position: "bottom" },
    yAxis: { type: "value", show: false },
    tooltip: { ...base(c).tooltip, trigger: "axis", formatter: (both) => `${both[0].name}  ${both.map((one) => `${one.seriesName} ${Math.abs(one.value)}`).join("  ")}` },
    series: [
      { name: data.plus, type: "bar", stack: "sign", data: data.rows.map((row) => row[1]), itemStyle: { color: c.pine }, barMaxWidth: 22, labelLayout: { hideOverlap: true }, label: { ...counted(c), position: "inside", color: c.paper } },
      { name: data.minus, type: "bar", stack: "sign", data: data.rows.map((row) => -row[2]), itemStyle: { color: c.seal, decal: null }, barMaxWidth: 22, labelLayout: { hideOverlap: true }, label: { ...counted(c), position: "inside", color: c.paper } },
    ],
  }),

  // A payer may also be paid: the two sides of the picture are kept apart so that no money runs in a circle. What a line
  // says stands on it; sums of different standing are never added up at its ends. A long name takes two lines.
  sankey: (data, c, { width }) => {
    const names = new Map();
    for (const flow of data.flows) {
      names.set(`< ${flow.source}`, flow.source);
      names.set(`> ${flow.target}`, flow.target);
    }
    const colour = data.kind === "done" ? c.pine : c.gold;
    const said = Math.max(...data.flows.map((flow) => wide(flow.said, SUM)));
    const room = Math.max(56, (width - said) / 2 - 26);
    const halo = { textBorderColor: c.paper, textBorderWidth: 3 };
    return {
      ...base(c),
      tooltip: { ...base(c).tooltip, formatter: (one) => (one.data.said ? `${names.get(one.data.source)} → ${names.get(one.data.target)}\n${one.data.said}` : names.get(one.name)) },
      series: [{
        type: "sankey", left: 2, right: 2, top: LINE, bottom: LINE, nodeWidth: 3, nodeGap: 32, nodeAlign: "justify", draggable: false, layoutIterations: 64, emphasis: { focus: "adjacency" },
        data: [...names].map(([key]) => ({ name: key, label: { formatter: () => inLines(names.get(key), room), position: key.startsWith("<") ? "right" : "left" } })),
        links: data.flows.map((flow) => ({ source: `< ${flow.source}`, target: `> ${flow.target}`, value: flow.value, said: flow.said })),
        itemStyle: { color: colour, borderWidth: 0 },
        lineStyle: { color: colour, opacity: 0.16, curveness: 0.5 },
        label: { color: c.ink, fontSize: NAME, fontFamily: style("--sans"), fontWeight: 600, distance: 8, width: room, overflow: "truncate", lineHeight: LINE, ellipsis: "…", ...halo },
        edgeLabel: { show: true, formatter: (one) => one.data.said, color: c.ink, fontSize: SUM, fontFamily: style("--sans"), ...halo },
        labelLayout: { hideOverlap: true },
      }],
    };
  },

  // `until`: the last quarter that counts, null for all; `signs`: which lines are drawn.
  network: (data, c, { until = null, plus = true, minus = true, width, height }) => {
    const links = data.links.map((link) => weighed(link, until)).filter((link) => link.more + link.less > 0 && (link.sign > 0 ? plus : link.sign < 0 ? minus : plus && minus));
    const spread = places(data, width, height);
    const ends = new Set(links.flatMap((link) => [link.source, link.target]));
    const colours = [c.faint, c.indigo, c.gold, c.plum, c.teal]; // none of them a colour of lines
    return {
      ...base(c),
      grid: { left: 0, right: 0, top: 0, bottom: 0, outerBoundsMode: "none" },
      xAxis: { type: "value", min: 0, max: width, show: false },
      yAxis: { type: "value", min: 0, max: height, inverse: true, show: false },
      tooltip: { ...base(c).tooltip, formatter: ({ data: one }) => (one.names ? `${one.names[0]} – ${one.names[1]}\n＋${one.more}  －${one.less}` : one.name) },
      series: [{
        type: "graph", coordinateSystem: "cartesian2d", cursor: "pointer",
        data: data.nodes.filter((node) => ends.has(node.id)).map((node) => {
          const { x, y, side } = spread.get(node.id);
          const colour = colours[node.camp ? 1 + ((node.camp - 1) % 4) : 0];
          return { ...node, value: [x, y], symbolSize: sized(node), itemStyle: { color: colour, borderColor: c.sheet, borderWidth: 2 }, label: { position: side } };
        }),
        links: links.map((link) => ({ ...link, lineStyle: { width: 1 + 1.2 * Math.sqrt(link.more + link.less), color: link.sign > 0 ? c.pine : link.sign < 0 ? c.seal : c.faint, type: link.sign < 0 ? [5, 4] : "solid", opacity: 0.75 } })),
        label: { show: true, formatter: "{b}", color: c.ink, distance: 5, fontSize: NAME, fontFamily: style("--sans"), textBorderColor: c.sheet, textBorderWidth: 3 },
        labelLayout: { hideOverlap: data.nodes.length > 60 },
        emphasis: { focus: "adjacency", label: { show: true } },
      }],
    };
  },

  trend: (data, c) => ({
    ...base(c),
    grid,
    xAxis: { type: "category", boundaryGap: false, data: data.rows.map((row) => row[0]), ...axis(c), axisLabel: { ...axis(c).axisLabel, alignMinLabel: "left", alignMaxLabel: "right" } },
    yAxis: { type: "value", show: false, min: 0 },
    tooltip: { ...base(c).tooltip, trigger: "axis", formatter: ([one]) => `${one.name}  ${one.value}` },
    series: [{ type: "line", data: data.rows.map((row) => row[1]), symbol: "circle", symbolSize: data.rows.length > 24 ? 0 : 5, lineStyle: { color: c.seal, width: 2 }, itemStyle: { color: c.seal }, areaStyle: { color: c.seal, opacity: 0.08 }, labelLayout: { hideOverlap: true }, label: { ...counted(c), position: "top" } }],
  }),
};

const NAME = 12.5;
const SUM = 11.5;
const LINE = 16;
const NAME_AREA = 6000; // square pixels that a point, its name and the lines between need
const sized = (node) => 9 + 5 * Math.sqrt(node.weight);

function weighed(link, until) {
  const told = until === null ? [link.counts] : link.quarters.filter(([at]) => at <= until).map(([, more, less]) => [more, less]);
  const more = told.reduce((sum, [one]) => sum + one, 0);
  const less = told.reduce((sum, [, one]) => sum + one, 0);
  return { ...link, more, less, sign: Math.sign(more - less) };
}

const pen = document.createElement("canvas").getContext("2d");

// How many pixels some words take.
function wide(words, size) {
  pen.font = `${size}px ${style("--sans")}`;
  return pen.measureText(words).width;
}

// Words on two lines of some width at most, broken at blanks and points, inside a word only where it is too long itself.
function inLines(words, room) {
  const fits = (some) => wide(some.trimEnd(), NAME) < room * 0.94;
  const lines = [""];
  for (const piece of words.split(/(?<=[ ·])/).flatMap((one) => (fits(one) ? [one] : [...one]))) {
    if (fits(lines.at(-1) + piece)) lines[lines.length - 1] += piece;
    else lines.push(piece);
  }
  return lines.length > 2 ? `${lines[0]}\n${lines[1]}…` : lines.join("\n");
}

// Everybody keeps his place while the controls take lines away.
function places(data, width, height) {
  const nodes = [...data.nodes].sort((one, other) => other.weight - one.weight || (one.name < other.name ? -1 : 1));
  return laidOut(nodes.map((node) => ({ id: node.id, size: sized(node), words: wide(node.name, NAME) + 4 })), data.links, width, height);
}

// A picture of flows is as high as it has ends, a network as high as its names need where it is narrow.
const heights = {
  sankey: (data) => {
    const ends = Math.max(new Set(data.flows.map((flow) => flow.source)).size, new Set(data.flows.map((flow) => flow.target)).size, data.flows.length);
    return Math.min(44, 2 + 3.2 * ends) * REM;
  },
  network: (data, place) => Math.max(place.clientHeight, Math.min(1800, (data.nodes.length * NAME_AREA) / place.clientWidth)),
};

// What the controls beside a picture say: a slider over the moments it lists, and boxes by their names.
function wished(controls) {
  if (!controls) return {};
  const wishes = Object.fromEntries([...controls.querySelectorAll("input[type=checkbox]")].map((box) => [box.name, box.checked]));
  const slider = controls.querySelector("input[type=range]");
  if (slider) {
    const moments = slider.dataset.moments.split(" ");
    const at = Number(slider.value);
    wishes.until = at >= moments.length ? null : moments[at];
    const said = controls.querySelector("output");
    said.textContent = wishes.until ?? said.dataset.whole;
    slider.setAttribute("aria-valuetext", said.textContent);
  }
  return wishes;
}

export async function draw(places) {
  if (!places.length) return;
  if (!window.echarts) await new Promise((done) => addEventListener("load", done, { once: true }));
  if (!window.echarts) return;
  await document.fonts.ready;
  const drawn = places.map((place) => {
    const kind = place.dataset.chart;
    const data = JSON.parse(place.querySelector("script").textContent);
    if (heights[kind]) place.style.height = `${heights[kind](data, place)}px`;
    const canvas = document.createElement("div");
    canvas.className = "canvas";
    place.append(canvas);
    const size = () => ({ width: place.clientWidth, height: place.clientHeight });
    const chart = window.echarts.init(canvas, null, { renderer: "canvas", ...size() });
    const controls = document.querySelector(`[data-controls="${kind}"]`);
    const paint = () => chart.setOption(kinds[kind](data, palette(), { ...size(), ...wished(controls) }), true);
    controls?.addEventListener("input", paint);
    paint();
    chart.on("click", (one) => { if (one.data?.opens) location.href = one.data.opens; });
    return { size, chart, paint };
  });
  new ResizeObserver(() => drawn.forEach(({ size, chart, paint }) => {
    const { width, height } = size();
    if (chart.getWidth() === width && chart.getHeight() === height) return;
    chart.resize({ width, height });
    paint();
  })).observe(document.querySelector("main"));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawn.forEach(({ paint }) => paint()));
  document.documentElement.dataset.drawn = "yes";
}
