// Where the points of a network stand and on which side of it each name: the same graph gives the same picture, no point
// leaves the sheet, and no name is written over another as long as there is room.

const GAP = 5; // pixels between a point and its name
const LINE = 18; // the height of a name
const ROUNDS = 320;

// `nodes`: {id, size, words} with the width of the words in pixels, those of most ties first. Gives by id {x, y, side}.
export function laidOut(nodes, links, width, height) {
  const places = new Map(nodes.map((node, n) => [node.id, { ...node, ...spiral(n, nodes.length, width, height) }]));
  const points = [...places.values()];
  const pairs = links.map((link) => [places.get(link.source), places.get(link.target)]);
  pull(points, pairs, width, height);
  part(points, width, height);
  const sides = named(points, pairs, width, height);
  return new Map(points.map((point) => [point.id, { x: point.x, y: point.y, side: sides.get(point.id) }]));
}

// A start that no chance is in: along a sunflower's spiral, so that who has most ties begins in the middle.
function spiral(n, of, width, height) {
  const turn = n * 2.399963;
  const out = 0.42 * Math.sqrt((n + 0.5) / of);
  return { x: width * (0.5 + out * Math.cos(turn)), y: height * (0.5 + out * Math.sin(turn)) };
}

// Fruchterman and Reingold: all push each other away, ties pull together, less and less from round to round.
function pull(points, pairs, width, height) {
  const far = Math.min(150, Math.max(46, 0.7 * Math.sqrt((width * height) / points.length)));
  for (let round = 0; round < ROUNDS; round++) {
    const most = (Math.min(width, height) / 8) * (1 - round / ROUNDS) + 0.5;
    for (const point of points) {
      point.dx = (width / 2 - point.x) * 0.16 * Math.min(1, height / width);
      point.dy = (height / 2 - point.y) * 0.16 * Math.min(1, width / height);
    }
    points.forEach((one, n) => points.slice(0, n).forEach((other) => shove(one, other, push(gap(one, other), far))));
    pairs.forEach(([one, other]) => shove(one, other, -(gap(one, other) ** 2) / far));
    for (const point of points) {
      const long = Math.hypot(point.dx, point.dy) || 1;
      point.x += (point.dx / long) * Math.min(long, most);
      point.y += (point.dy / long) * Math.min(long, most);
      keepIn(point, width, height);
    }
  }
}

// Who is far off pushes no more, so that those who have nothing to do with each other do not drive each other out.
const push = (long, far) => (long < 2.2 * far ? (far * far) / long : 0);

const gap = (one, other) => Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));

function shove(one, other, force) {
  const long = gap(one, other);
  const x = ((one.x - other.x || 0.1) / long) * force;
  const y = ((one.y - other.y || 0.1) / long) * force;
  one.dx += x;
  one.dy += y;
  other.dx -= x;
  other.dy -= y;
}

function keepIn(point, width, height) {
  const room = Math.min(width / 2, point.words / 2 + GAP);
  point.x = Math.min(width - room, Math.max(room, point.x));
  point.y = Math.min(height - LINE - point.size, Math.max(LINE + point.size / 2, point.y));
}

// Two whose names would cover each other wherever they stood are moved apart, the shorter way.
function part(points, width, height) {
  for (let round = 0; round < 80; round++) {
    let moved = false;
    points.forEach((one, n) => points.slice(0, n).forEach((other) => {
      const wide = (one.words + other.words) / 2 + GAP - Math.abs(one.x - other.x);
      const high = LINE + (one.size + other.size) / 2 + 2 - Math.abs(one.y - other.y);
      if (wide <= 0 || high <= 0) return;
      moved = true;
      const along = wide < high ? "x" : "y";
      const step = (Math.min(wide, high) / 2) * (one[along] < other[along] ? -1 : 1);
      one[along] += step;
      other[along] -= step;
      keepIn(one, width, height);
      keepIn(other, width, height);
    }));
    if (!moved) return;
  }
}

// The rectangle of a name on one side of its point.
export function box({ x, y, size, words }, side) {
  const out = size / 2 + GAP;
  const left = { right: x + out, left: x - out - words, top: x - words / 2, bottom: x - words / 2 }[side];
  const top = { right: y - LINE / 2, left: y - LINE / 2, top: y - out - LINE, bottom: y + out }[side];
  return { left, top, right: left + words, bottom: top + LINE };
}

export const shared = (one, other) => Math.max(0, Math.min(one.right, other.right) - Math.max(one.left, other.left)) * Math.max(0, Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top));

function named(points, pairs, width, height) {
  const sides = new Map();
  const taken = points.map(({ x, y, size }) => ({ left: x - size / 2, top: y - size / 2, right: x + size / 2, bottom: y + size / 2 }));
  for (const point of points) {
    const [side] = ["right", "left", "bottom", "top"]
      .map((one, n) => [one, n + cost(box(point, one), taken, pairs, width, height)])
      .reduce((best, next) => (next[1] < best[1] ? next : best));
    sides.set(point.id, side);
    taken.push(box(point, side));
  }
  return sides;
}

// What a name there covers: other names and points above all, then lines; outside the sheet it may not stand.
function cost(here, taken, pairs, width, height) {
  const outside = here.left < 0 || here.top < 0 || here.right > width || here.bottom > height ? 1e6 : 0;
  const over = taken.reduce((sum, one) => sum + shared(here, one), 0);
  return outside + 20 * over + pairs.reduce((sum, [one, other]) => sum + crossed(here, one, other), 0);
}

// How many pixels of a line run beneath a name, taken at every eighth pixel or so.
function crossed(here, one, other) {
  const steps = Math.ceil(gap(one, other) / 8);
  let under = 0;
  for (let n = 1; n < steps; n++) {
    const x = one.x + ((other.x - one.x) * n) / steps;
    const y = one.y + ((other.y - one.y) * n) / steps;
    if (x > here.left && x < here.right && y > here.top && y < here.bottom) under += 8;
  }
  return under;
}
