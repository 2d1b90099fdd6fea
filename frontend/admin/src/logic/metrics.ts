/** Reads the text that /metrics answers with. */

export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

const LINE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})?\s+(\S+)/;
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/g;

export function parseMetrics(text: string): Sample[] {
  const samples: Sample[] = [];
  for (const line of text.split("\n")) {
    const found = line.startsWith("#") ? null : LINE.exec(line);
    if (!found) {
      continue;
    }
    const value = Number(found[3] === "+Inf" ? Infinity : found[3]);
    if (!Number.isNaN(value)) {
      samples.push({ name: found[1]!, labels: labels(found[2] ?? ""), value });
    }
  }
  return samples;
}

function labels(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, key, value] of text.matchAll(LABEL)) {
    found[key!] = value!.replace(/\\(.)/g, (_, letter: string) => (letter === "n" ? "\n" : letter));
  }
  return found;
}

export function sum(samples: Sample[], name: string, where: Record<string, string> = {}): number {
  return pick(samples, name, where).reduce((total, sample) => total + sample.value, 0);
}

export function max(samples: Sample[], name: string): number {
  return pick(samples, name, {}).reduce((most, sample) => Math.max(most, sample.value), 0);
}

export function by(samples: Sample[], name: string, label: string): Record<string, number> {
  const found: Record<string, number> = {};
  for (const sample of pick(samples, name, {})) {
    const key = sample.labels[label] ?? "";
    found[key] = (found[key] ?? 0) + sample.value;
  }
  return found;
}

function pick(samples: Sample[], name: string, where: Record<string, string>): Sample[] {
  return samples.filter(
    (sample) => sample.name === name && Object.entries(where).every(([label, value]) => sample.labels[label] === value),
  );
}
