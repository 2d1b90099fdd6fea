import { sentence } from "./sentence";

/** What is wrong with a form, by the field that it is about; what is about none of its fields is left over. */
export interface Sorted<Name extends string> {
  fields: Partial<Record<Name, string>>;
  others: string[];
}

/** Sorts errors to fields: each name stands for the pointer of a member, and for all below it. */
export function sorted<Name extends string>(
  errors: readonly { pointer: string; message: string }[],
  pointers: Record<Name, string>,
): Sorted<Name> {
  const fields: Partial<Record<Name, string>> = {};
  const others: string[] = [];
  for (const { pointer, message } of errors) {
    const name = (Object.keys(pointers) as Name[]).find(
      (one) => pointer === pointers[one] || pointer.startsWith(`${pointers[one]}/`),
    );
    if (name === undefined) {
      others.push(pointer === "" ? message : `${pointer.slice(1).replaceAll("/", ".")} ${message}`);
    } else {
      fields[name] ??= sentence(message);
    }
  }
  return { fields, others };
}
