// @vitest-environment jsdom
import { fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, it } from "vitest";
import { changeLanguage, loadNamespaces } from "../../../i18n/i18n";
import { draw } from "../../../testing";
import { ConditionLine } from "./ConditionLine";
import { leaf } from "./draft";
import type { Leaf } from "./draft";

afterEach(() => changeLanguage("en"));

function Line({ start }: { start: Leaf }) {
  const [value, setValue] = useState(start);
  return <ConditionLine leaf={value} onChange={setValue} onRemove={undefined} />;
}

async function typing(language: "en" | "it", operator: Leaf["operator"]) {
  await loadNamespaces("access");
  await changeLanguage(language);
  await draw(<Line start={{ ...leaf(), attribute: "resource.amount", operator, kind: "number" }} />, {});
  const name = { en: { in: "Values, with commas", else: "Value" }, it: { in: "Valori, con virgole", else: "Valore" } };
  const field = screen.getByLabelText(name[language][operator === "in" ? "in" : "else"]);
  return (text: string) => fireEvent.change(field, { target: { value: text } });
}

it.each([
  ["en", "1,000", /1,000 may be a thousand or one/, "10000", "read as 10,000"],
  ["it", "10.000", /1\.000 può essere mille o uno/, "10000.5", "letto come 10.000,5"],
] as const)("tells in %s that %s may be two numbers, and how another is read", async (...[language, ...words]) => {
  const type = await typing(language, "greaterThan");
  const [either, wrong, plain, read] = words;
  type(either);
  expect(screen.getByText(wrong)).toBeTruthy();
  type(plain);
  expect(screen.queryByText(wrong)).toBeNull();
  expect(screen.getByText(read)).toBeTruthy();
});

it.each([
  ["en", /1,5 may be one number or two/, "read as 1 or 2,500"],
  ["it", /1,5 può essere un numero o due/, "letto come 1 o 2500"],
] as const)("asks in %s for a space between several numbers", async (language, wrong, read) => {
  const type = await typing(language, "in");
  type("1,5");
  expect(screen.getByText(wrong)).toBeTruthy();
  type("1, 2500");
  expect(screen.queryByText(wrong)).toBeNull();
  expect(screen.getByText(read)).toBeTruthy();
});
