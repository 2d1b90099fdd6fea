import { createContext, useContext } from "react";

/** What the form says about a value that does not fit, beside its field. */
export interface FormWords {
  needed: string;
  tooShort: (least: number) => string;
  tooLong: (most: number, now: number) => string;
  pattern: (example: string | undefined) => string;
  format: (format: string) => string;
  number: string;
  integer: string;
  atLeast: (least: number) => string;
  atMost: (most: number) => string;
  above: (limit: number) => string;
  below: (limit: number) => string;
  multipleOf: (step: number) => string;
  oneOfThese: string;
  fewItems: (least: number) => string;
  manyItems: (most: number) => string;
  twice: string;
  json: (reason: string) => string;
  jsonType: (type: string) => string;
  jsonHelp: string;
  add: (what: string) => string;
  remove: (what: string) => string;
  choose: string;
  notSet: string;
  inherited: (origin: string) => string;
  ownValue: string;
  useInherited: (origin: string) => string;
}

export const englishFormWords: FormWords = {
  needed: "This is needed.",
  tooShort: (least) => (least === 1 ? "This is needed." : `Write at least ${least} characters.`),
  tooLong: (most, now) => `Write at most ${most} characters; these are ${now}.`,
  pattern: (example) => `This does not have the right form${example === undefined ? "." : `, such as ${example}.`}`,
  format: (format) => FORMATS[format] ?? "This does not have the right form.",
  number: "Type a number.",
  integer: "Type a whole number.",
  atLeast: (least) => `Type ${least} or more.`,
  atMost: (most) => `Type ${most} or less.`,
  above: (limit) => `Type more than ${limit}.`,
  below: (limit) => `Type less than ${limit}.`,
  multipleOf: (step) => `Type a multiple of ${step}.`,
  oneOfThese: "Choose one of these.",
  fewItems: (least) => (least === 1 ? "Add at least one." : `Add at least ${least}.`),
  manyItems: (most) =>
    most === 1 ? "Only one is possible: remove the others." : `At most ${most} are possible: remove some.`,
  twice: "Some are there twice: remove one of each.",
  json: (reason) => `This is not JSON yet: ${reason}`,
  jsonType: (type) => `This must be JSON of type ${type}.`,
  jsonHelp: "Write it as JSON.",
  add: (what) => `Add ${what}`,
  remove: (what) => `Remove ${what}`,
  choose: "Choose",
  notSet: "Not set",
  inherited: (origin) => `From the ${origin}`,
  ownValue: "Set here",
  useInherited: (origin) => `Use ${origin}’s`,
};

const FORMATS: Record<string, string> = {
  email: "Write an email address, such as name@example.org.",
  uri: "Write a whole address, such as https://example.org/path.",
  date: "Write a date, such as 2026-11-28.",
  time: "Write a time, such as 14:30.",
  "date-time": "Write a date and time, such as 2026-11-28T14:30:00Z.",
  uuid: "Write an id of 36 characters, such as 123e4567-e89b-12d3-a456-426614174000.",
  hostname: "Write a host’s name, such as mail.example.org.",
  ipv4: "Write an address of four numbers, such as 192.0.2.1.",
};

export const FormWordsContext = createContext<FormWords>(englishFormWords);

export function useFormWords(): FormWords {
  return useContext(FormWordsContext);
}
