/** Whether something was in this month where the user is, or in one `offset` months away. */
export function inMonth(
  at: string,
  timeZone: string,
  offset = 0,
  now = new Date(),
): boolean {
  return numberOf(new Date(at), timeZone) === numberOf(now, timeZone) + offset;
}

/** The months since the year nought. */
function numberOf(date: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en", {
    year: "numeric",
    month: "numeric",
    timeZone,
  }).formatToParts(date);
  const part = (type: string): number =>
    Number(parts.find((one) => one.type === type)?.value);
  return part("year") * 12 + part("month") - 1;
}
