/** A round number at or above the largest value, and the lines below it: always from zero. */
export function ticks(values: readonly number[], wanted = 4): number[] {
  const finite = values.filter(Number.isFinite);
  const top = Math.max(0, ...finite);
  const bottom = Math.min(0, ...finite);
  const step = niceStep((top - bottom || 1) / wanted);
  const first = Math.floor(bottom / step);
  const last = Math.max(first + 1, Math.ceil(top / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

function niceStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const share = raw / power;
  return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 2.5 ? 2.5 : share <= 5 ? 5 : 10);
}

/** Which labels are written so that none touches the next; the last always is. */
export function labelled(count: number, room: number): number[] {
  if (count <= 0) return [];
  const every = Math.max(1, Math.ceil(count / Math.max(1, room)));
  const shown = Array.from({ length: count }, (_, at) => at).filter((at) => at % every === 0);
  if (shown[shown.length - 1] !== count - 1) {
    if (count - 1 - (shown[shown.length - 1] ?? 0) < every / 2 && shown.length > 1) shown.pop();
    shown.push(count - 1);
  }
  return shown;
}

/** An SVG path through points; gaps where there is no value. */
export function linePath(points: readonly (readonly [number, number] | null)[]): string {
  let path = "";
  let pen = false;
  for (const point of points) {
    if (!point) {
      pen = false;
      continue;
    }
    path += `${pen ? "L" : "M"}${round(point[0])} ${round(point[1])}`;
    pen = true;
  }
  return path;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
