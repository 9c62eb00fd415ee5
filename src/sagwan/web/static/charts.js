// Pictures from the series that the page carries; a table on the same page says the same without them.

const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function palette() {
  return Object.fromEntries(["ink", "soft", "faint", "rule", "hair", "paper", "sheet", "seal", "indigo", "pine", "gold"].map((name) => [name, style(`--${name}`)]));
}

// Tooltips are painted on the canvas: the page's policy allows no style inside HTML, and names never become HTML.
const base = (c) => ({
  backgroundColor: "transparent",
  animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  animationDuration: 300,
  textStyle: { fontFamily: style("--sans"), color: c.soft },
  tooltip: { renderMode: "richText", backgroundColor: c.sheet, borderColor: c.rule, textStyle: { color: c.ink, fontSize: 12 } },
});

const axis = (c) => ({ axisLine: { lineStyle: { color: c.rule } }, axisTick: { show: false }, axisLabel: { color: c.faint, fontSize: 11 }, splitLine: { lineStyle: { color: c.hair } } });

const kinds = {
  months: (data, c) => ({
    ...base(c),
    grid: { left: 4, right: 4, top: 10, bottom: 22, containLabel: false },
    xAxis: { type: "category", data: data.rows.map((row) => row[0]), ...axis(c) },
    yAxis: { type: "value", show: false },
    tooltip: { ...base(c).tooltip, trigger: "axis", formatter: ([one]) => `${one.name}  ${data.label} ${one.value}` },
    series: [{ type: "bar", data: data.rows.map((row) => row[1]), itemStyle: { color: c.indigo, opacity: 0.8 }, barMaxWidth: 26 }],
  }),

  balance: (data, c) => ({
    ...base(c),
    grid: { left: 4, right: 4, top: 10, bottom: 22 },
    xAxis: { type: "category", data: data.rows.map((row) => row[0]), ...axis(c) },
    yAxis: { type: "value", show: false },
    tooltip: { ...base(c).tooltip, trigger: "axis", formatter: (both) => `${both[0].name}  ${both.map((one) => `${one.seriesName} ${Math.abs(one.value)}`).join("  ")}` },
    series: [
      { name: data.plus, type: "bar", stack: "sign", data: data.rows.map((row) => row[1]), itemStyle: { color: c.pine }, barMaxWidth: 22 },
      { name: data.minus, type: "bar", stack: "sign", data: data.rows.map((row) => -row[2]), itemStyle: { color: c.seal }, barMaxWidth: 22 },
    ],
  }),

  // A payer may also be paid: the two sides of the picture are kept apart so that no money runs in a circle.
  sankey: (data, c) => {
    const names = new Map();
    for (const flow of data.flows) {
      names.set(`< ${flow.source}`, flow.source);
      names.set(`> ${flow.target}`, flow.target);
    }
    const colour = data.kind === "done" ? c.pine : c.gold;
    return {
      ...base(c),
      tooltip: { ...base(c).tooltip, formatter: (one) => (one.data.said ? `${names.get(one.data.source)} → ${names.get(one.data.target)}\n${one.data.said}` : names.get(one.name)) },
      series: [{
        type: "sankey", left: 4, right: 4, top: 12, bottom: 12, nodeWidth: 8, nodeGap: 16, draggable: false, emphasis: { focus: "adjacency" },
        data: [...names].map(([key]) => ({ name: key, label: { formatter: () => names.get(key), position: key.startsWith("<") ? "right" : "left" } })),
        links: data.flows.map((flow) => ({ source: `< ${flow.source}`, target: `> ${flow.target}`, value: flow.value, said: flow.said })),
        itemStyle: { color: c.ink, borderWidth: 0 },
        lineStyle: { color: colour, opacity: 0.28, curveness: 0.5 },
        label: { color: c.ink, fontSize: 12.5, fontFamily: style("--sans") },
      }],
    };
  },

  // `until`: the last quarter that counts, null for all; `signs`: which lines are drawn.
  network: (data, c, { until = null, plus = true, minus = true } = {}) => {
    const links = data.links
      .map((link) => {
        const told = until === null ? [link.counts] : link.quarters.filter(([at]) => at <= until).map(([, more, less]) => [more, less]);
        const more = told.reduce((sum, [one]) => sum + one, 0);
        const less = told.reduce((sum, [, one]) => sum + one, 0);
        return { ...link, more, less, sign: Math.sign(more - less) };
      })
      .filter((link) => link.more + link.less > 0 && (link.sign > 0 ? plus : link.sign < 0 ? minus : plus && minus));
    const ends = new Set(links.flatMap((link) => [link.source, link.target]));
    const colours = [c.faint, c.indigo, c.gold, c.pine, c.seal];
    return {
      ...base(c),
      tooltip: { ...base(c).tooltip, formatter: ({ data: one }) => (one.names ? `${one.names[0]} – ${one.names[1]}\n＋${one.more}  －${one.less}` : one.name) },
      series: [{
        type: "graph", layout: "force", roam: "move", draggable: true, cursor: "pointer", left: "12%", right: "16%", top: "8%", bottom: "8%",
        force: { repulsion: 420, edgeLength: [80, 170], gravity: 0.12, layoutAnimation: false },
        data: data.nodes.filter((node) => ends.has(node.id)).map((node) => ({ ...node, symbolSize: 9 + 5 * Math.sqrt(node.weight), itemStyle: { color: colours[node.camp ? 1 + ((node.camp - 1) % 4) : 0], borderColor: c.paper, borderWidth: 2 } })),
        links: links.map((link) => ({ ...link, lineStyle: { width: 1 + 1.2 * Math.sqrt(link.more + link.less), color: link.sign > 0 ? c.pine : link.sign < 0 ? c.seal : c.faint, type: link.sign < 0 ? [5, 4] : "solid", opacity: 0.8, curveness: 0.06 } })),
        label: { show: true, position: "right", color: c.ink, backgroundColor: c.sheet, padding: [1, 3], borderRadius: 2, fontSize: 12.5, fontFamily: style("--sans") },
        emphasis: { focus: "adjacency" },
      }],
    };
  },

  trend: (data, c) => ({
    ...base(c),
    grid: { left: 4, right: 4, top: 10, bottom: 22 },
    xAxis: { type: "category", boundaryGap: false, data: data.rows.map((row) => row[0]), ...axis(c) },
    yAxis: { type: "value", show: false, min: 0 },
    tooltip: { ...base(c).tooltip, trigger: "axis", formatter: ([one]) => `${one.name}  ${one.value}` },
    series: [{ type: "line", data: data.rows.map((row) => row[1]), symbol: "circle", symbolSize: 5, lineStyle: { color: c.seal, width: 2 }, itemStyle: { color: c.seal }, areaStyle: { color: c.seal, opacity: 0.08 } }],
  }),
};

// What the controls beside a picture say: a slider over the moments it lists, and boxes by their names.
function wished(controls) {
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
    const data = JSON.parse(place.querySelector("script").textContent);
    const canvas = document.createElement("div");
    canvas.className = "canvas";
    place.append(canvas);
    const chart = window.echarts.init(canvas, null, { renderer: "canvas", width: place.clientWidth, height: place.clientHeight });
    const controls = document.querySelector(`[data-controls="${place.dataset.chart}"]`);
    const paint = () => chart.setOption(kinds[place.dataset.chart](data, palette(), controls ? wished(controls) : {}), true);
    controls?.addEventListener("input", paint);
    paint();
    chart.on("click", (one) => { if (one.data?.opens) location.href = one.data.opens; });
    return { place, chart, paint };
  });
  new ResizeObserver(() => drawn.forEach(({ place, chart }) => chart.resize({ width: place.clientWidth, height: place.clientHeight }))).observe(document.querySelector("main"));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawn.forEach(({ paint }) => paint()));
  document.documentElement.dataset.drawn = "yes";
}
