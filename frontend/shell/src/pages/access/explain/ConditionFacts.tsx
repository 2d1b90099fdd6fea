import { Icon, VisuallyHidden } from "@plexica/ui";
import { Check, CircleHelp, X } from "lucide-react";
import { useT } from "../../../i18n/useT";
import { fullName } from "../../../state/me";
import { holds, isOther, joinOf, partsOf, valueOf } from "../model/conditions";
import type { Comparison, Condition, Facts } from "../model/conditions";
import { capital, comparisonWords, scalar } from "../model/sentence";
import { useSpeech } from "../useSpeech";
import type { Book } from "./book";

interface ConditionFactsProps {
  book: Book;
  condition: Condition;
  facts: Facts;
  /** What is true speaks against it: the policy refuses. */
  against: boolean;
}

/** Each comparison with what was really found. */
export function ConditionFacts({ condition, ...rest }: ConditionFactsProps) {
  const join = joinOf(condition);
  const parts = join === "all" || join === "any" ? partsOf(condition) : [condition];
  return (
    <ul className="sh-facts">
      {parts.map((part, at) => (
        <Part key={at} condition={part} {...rest} />
      ))}
    </ul>
  );
}

function Part({ condition, ...rest }: ConditionFactsProps) {
  const t = useT("access");
  const join = joinOf(condition);
  if (!join) return <Line comparison={condition as Comparison} {...rest} />;
  return (
    <li className="sh-facts__group">
      <span>{t(`part.${join}`)}</span>
      <ConditionFacts condition={join === "not" ? { all: partsOf(condition) } : condition} {...rest} />
    </li>
  );
}

function Line({
  comparison,
  book,
  facts,
  against,
}: { comparison: Comparison } & Omit<ConditionFactsProps, "condition">) {
  const t = useT("access");
  const speech = useSpeech(book.permissions, book.names);
  const truth = holds(comparison, facts);
  const actual = valueOf(facts, comparison.attribute);
  const name = (value: unknown): string => {
    const person = book.users.find(({ id }) => id === value);
    return person ? fullName(person) : scalar(speech, value);
  };
  const shown = isOther(comparison.value) && typeof comparison.value.attribute === "string";
  const mark = truth === undefined ? "unknown" : truth ? "true" : "false";
  return (
    <li
      className={`sh-facts__line sh-facts__line--${truth === undefined ? "unknown" : truth === against ? "bad" : "good"}`}
    >
      <Icon of={truth === undefined ? CircleHelp : truth ? Check : X} size={16} />
      <VisuallyHidden>{t(`truth.${mark}`)}: </VisuallyHidden>
      <span>{capital(comparisonWords(speech, comparison))}</span>
      <span className="sh-facts__value">
        {actual === undefined
          ? t(comparison.attribute.startsWith("resource.") ? "fact.missing" : "fact.elsewhere")
          : t(shown ? "fact.isPerson" : "fact.is", { value: name(actual) })}
      </span>
    </li>
  );
}
