/** Grounds on which white letters can be read. */
const GROUNDS = [
  "#3b5b8c",
  "#8c3a5b",
  "#0b6178",
  "#b8481f",
  "#21704a",
  "#7a5a3c",
  "#55606c",
  "#5b4bb5",
  "#a03a7a",
  "#8f6300",
];

/** The same ground for the same name, always. */
export function groundOf(name: string): string {
  let sum = 0;
  for (const letter of name) {
    sum = (sum * 41 + letter.charCodeAt(0)) % 9973;
  }
  return GROUNDS[sum % GROUNDS.length]!;
}
