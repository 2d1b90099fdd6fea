import type { Finding, Level } from "../api/doctor";

const WEIGHT: Record<Level, number> = { FAIL: 2, WARN: 1, OK: 0 };

/** How many there are of each level. */
export function counts(findings: Finding[]): Record<Level, number> {
  const found: Record<Level, number> = { FAIL: 0, WARN: 0, OK: 0 };
  findings.forEach(({ level }) => found[level]++);
  return found;
}

/** The worst first; what is as bad stays in its order. */
export function worstFirst(findings: Finding[]): Finding[] {
  return [...findings].sort((one, other) => WEIGHT[other.level] - WEIGHT[one.level]);
}

/** Those that are well, by area. */
export function wellByArea(findings: Finding[]): [area: string, findings: Finding[]][] {
  const found = new Map<string, Finding[]>();
  for (const finding of findings.filter(({ level }) => level === "OK")) {
    found.set(finding.area, [...(found.get(finding.area) ?? []), finding]);
  }
  return [...found];
}
