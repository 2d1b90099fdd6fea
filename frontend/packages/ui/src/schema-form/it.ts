import type { FormWords } from "./words";

export const italianFormWords: FormWords = {
  needed: "Questo campo è obbligatorio.",
  tooShort: (least) => (least === 1 ? "Questo campo è obbligatorio." : `Scrivi almeno ${least} caratteri.`),
  tooLong: (most, now) => `Scrivi al massimo ${most} caratteri; ora sono ${now}.`,
  pattern: (example) => `Non ha la forma giusta${example === undefined ? "." : `, come ${example}.`}`,
  format: (format) => FORMATS[format] ?? "Non ha la forma giusta.",
  number: "Scrivi un numero.",
  integer: "Scrivi un numero intero.",
  atLeast: (least) => `Scrivi ${least} o più.`,
  atMost: (most) => `Scrivi ${most} o meno.`,
  above: (limit) => `Scrivi più di ${limit}.`,
  below: (limit) => `Scrivi meno di ${limit}.`,
  multipleOf: (step) => `Scrivi un multiplo di ${step}.`,
  oneOfThese: "Scegli uno di questi.",
  fewItems: (least) => (least === 1 ? "Aggiungine almeno uno." : `Aggiungine almeno ${least}.`),
  manyItems: (most) =>
    most === 1 ? "Ne è possibile uno solo: togli gli altri." : `Al massimo ${most}: togline qualcuno.`,
  twice: "Alcuni ci sono due volte: togline uno.",
  json: (reason) => `Non è ancora JSON: ${reason}`,
  jsonType: (type) => `Deve essere JSON di tipo ${type}.`,
  jsonHelp: "Scrivilo come JSON.",
  add: (what) => `Aggiungi ${what}`,
  remove: (what) => `Togli ${what}`,
  choose: "Scegli",
  notSet: "Non impostato",
  inherited: (origin) => `Da ${origin}`,
  ownValue: "Impostato qui",
  useInherited: (origin) => `Usa quello di ${origin}`,
};

const FORMATS: Record<string, string> = {
  email: "Scrivi un indirizzo e-mail, come nome@example.org.",
  uri: "Scrivi un indirizzo intero, come https://example.org/percorso.",
  date: "Scrivi una data, come 2026-11-28.",
  time: "Scrivi un’ora, come 14:30.",
  "date-time": "Scrivi data e ora, come 2026-11-28T14:30:00Z.",
  uuid: "Scrivi un id di 36 caratteri.",
  hostname: "Scrivi il nome di un host, come mail.example.org.",
  ipv4: "Scrivi un indirizzo di quattro numeri, come 192.0.2.1.",
};
