/** Writes numbers and moments as a language does, in the zone of whoever reads. */
export interface Format {
  number(value: number): string;
  /** At most so many digits after the point. */
  decimal(value: number, digits: number): string;
  percent(share: number): string;
  date(moment: string): string;
  dateTime(moment: string): string;
  time(moment: number): string;
  /** "2 min ago"; the date for what is older than a week. */
  ago(moment: string, now?: number): string;
  bytes(bytes: number): string;
  millis(millis: number): string;
  list(items: string[]): string;
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];
const SIZES = ["B", "KiB", "MiB", "GiB", "TiB"];

export function createFormat(locale: string, justNow: string, timeZone?: string): Format {
  const number = new Intl.NumberFormat(locale);
  const date = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium", timeZone });
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
  const list = new Intl.ListFormat(locale);
  const decimal = (value: number, digits: number): string =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  return {
    number: (value) => number.format(value),
    decimal,
    percent: (share) =>
      new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: share < 0.1 ? 1 : 0 }).format(share),
    // A day is not torn apart at the end of a line.
    date: (moment) => date.format(new Date(moment)).replaceAll(" ", "\u00a0"),
    dateTime: (moment) => dateTime.format(new Date(moment)),
    time: (moment) => time.format(new Date(moment)),
    ago(moment, now = Date.now()) {
      const seconds = Math.round((Date.parse(moment) - now) / 1000);
      if (Math.abs(seconds) < 60) {
        return justNow;
      }
      if (Math.abs(seconds) > 7 * 86_400) {
        return date.format(new Date(moment));
      }
      const [unit, size] = UNITS.find(([, each]) => Math.abs(seconds) >= each)!;
      return relative.format(Math.round(seconds / size), unit);
    },
    bytes(bytes) {
      let value = bytes;
      let size = 0;
      while (value >= 1024 && size < SIZES.length - 1) {
        value /= 1024;
        size++;
      }
      return `${decimal(value, value < 10 && size > 0 ? 1 : 0)} ${SIZES[size]}`;
    },
    millis: (millis) =>
      millis < 1000 ? `${decimal(millis, millis < 10 ? 1 : 0)} ms` : `${decimal(millis / 1000, 2)} s`,
    list: (items) => list.format(items),
  };
}
