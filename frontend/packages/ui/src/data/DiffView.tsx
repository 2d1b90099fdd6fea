import { useTexts } from "../texts/TextsProvider";
import { Key } from "./Key";
import { differences, shown, type Difference } from "./diff";
import "./DiffView.css";

export interface DiffViewProps {
  label: string;
  before: unknown;
  after: unknown;
}

const SIGNS: Record<Difference["kind"], string> = { added: "+", removed: "−", changed: "~" };

/** What a change changed: each key with its value before and after; of what was made or deleted there is only one of both. */
export function DiffView({ label, before, after }: DiffViewProps) {
  const texts = useTexts();
  const rows = differences(before ?? {}, after ?? {});
  if (rows.length === 0) return <p className="px-diff__none">{texts.noDifference}</p>;
  const old = rows.some((row) => row.before !== undefined);
  const fresh = rows.some((row) => row.after !== undefined);
  return (
    <div className="px-diff" tabIndex={0} role="group" aria-label={label}>
      <table aria-label={label}>
        <thead>
          <tr>
            <td />
            {old && <th scope="col">{texts.before}</th>}
            {fresh && <th scope="col">{texts.after}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.path} className={`px-diff__row--${row.kind}`}>
              <th scope="row">
                <span className="px-diff__sign" role="img" aria-label={texts[row.kind]}>
                  {SIGNS[row.kind]}
                </span>
                <Key>{row.path}</Key>
              </th>
              {old && <td>{row.before !== undefined && <del>{shown(row.before)}</del>}</td>}
              {fresh && <td>{row.after !== undefined && <ins>{shown(row.after)}</ins>}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
