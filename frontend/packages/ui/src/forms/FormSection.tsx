import { useId, type ReactNode } from "react";
import "./FormSection.css";

export interface FormSectionProps {
  title: string;
  description?: ReactNode;
  headingLevel?: 2 | 3;
  children: ReactNode;
}

/** A group of fields under a heading. */
export function FormSection({ title, description, headingLevel = 2, children }: FormSectionProps) {
  const id = useId();
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="px-form-section" role="group" aria-labelledby={id}>
      <div>
        <Heading id={id}>{title}</Heading>
        {description && <p>{description}</p>}
      </div>
      {children}
    </div>
  );
}
