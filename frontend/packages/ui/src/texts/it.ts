import type { UiTexts } from "./texts";

const numbers = new Intl.NumberFormat("it");

export const italianTexts: UiTexts = {
  close: "Chiudi",
  cancel: "Annulla",
  undo: "Ripristina",
  undoWithin: (seconds) => (seconds === 1 ? "1 secondo per ripristinare" : `${seconds} secondi per ripristinare`),
  tryAgain: "Riprova",
  stillWaiting: "Il server non ha ancora risposto",
  loading: "Caricamento",
  busy: "In corso",
  optional: "facoltativo",
  clear: "Svuota",
  search: "Cerca",
  more: "Altro",
  moreFor: (name) => `Altro per ${name}`,
  copy: "Copia",
  copied: "Copiato",
  copyRequest: "Copia la richiesta",
  previous: "Indietro",
  next: "Avanti",
  firstPage: "Questa è la prima pagina",
  lastPage: "Questa è l’ultima pagina",
  pageOf: (from, to, total) =>
    total === undefined
      ? `${numbers.format(from)}–${numbers.format(to)}`
      : `${numbers.format(from)}–${numbers.format(to)} di ${numbers.format(total)}`,
  sortedBy: (column, direction) => `In ordine di ${column}, ${direction === "ascending" ? "crescente" : "decrescente"}`,
  newRows: (count) => (count === 1 ? "1 novità" : `${numbers.format(count)} novità`),
  nothingFound: "Nessun risultato",
  nothingMatches: (text) => `Nessun risultato per “${text}”.`,
  results: (count) => (count === 1 ? "1 risultato" : `${numbers.format(count)} risultati`),
  problem: "Non è stato possibile caricare questa parte",
  forSupport: "Per l’assistenza",
  cantSee: (what) => `Non puoi vedere ${what}`,
  whoCanHelp: (names, others) => {
    if (names.length === 0) return "Un amministratore della tua organizzazione può darti l’accesso.";
    const rest = others === 0 ? [] : [others === 1 ? "un altro amministratore" : `altri ${others} amministratori`];
    const all = [...names, ...rest];
    const verb = all.length === 1 && others < 2 ? "può" : "possono";
    return `${new Intl.ListFormat("it").format(all)} ${verb} darti l’accesso.`;
  },
  stepOf: (step, count) => `Passo ${step} di ${count}`,
  stepState: {
    done: "fatto",
    current: "sei qui",
    todo: "da fare",
    running: "in corso",
    failed: "non riuscito",
    waiting: "in attesa",
    skipped: "non necessario",
  },
  percentDone: (percent) => `${Math.round(percent)} % completato`,
  showKeys: "Mostra le chiavi",
  cantBeUndone: "Irreversibile",
  grantedTo: "Concesso subito a",
  who: "Chi",
  people: (count) => (count === 1 ? "1 persona" : `${numbers.format(count)} persone`),
  gained: "in più",
  lost: "in meno",
  granted: "concesso",
  notGranted: "non concesso",
  typeToConfirm: (word) => `Scrivi ${word} per confermare`,
  typeWord: (word) => `Scrivi “${word}” esattamente come qui.`,
  secretHelp: "Conservato cifrato, non verrà più mostrato.",
  secretStored: "Conservato",
  replace: "Sostituisci",
  keepStored: "Tieni quello conservato",
  showTable: "Mostra come tabella",
  showChart: "Mostra come grafico",
  added: "aggiunto",
  removed: "tolto",
  changed: "cambiato",
  before: "Prima",
  after: "Dopo",
  noDifference: "Nessuna differenza.",
  breadcrumbs: "Dove sei",
  skipToContent: "Vai al contenuto",
  crashed: "Questa parte ha avuto un problema. Il resto funziona.",
  typeNumber: "Scrivi un numero.",
  notifications: "Messaggi",
};
