import { useFormWords } from "../words";

export interface OriginProps {
  origin: string | undefined;
  own: boolean;
  onReset: () => void;
}

/** Where the value comes from, and the way back to it. */
export function Origin({ origin, own, onReset }: OriginProps) {
  const words = useFormWords();
  if (origin === undefined) return null;
  if (!own) return <>{words.inherited(origin)}</>;
  return (
    <>
      {words.ownValue} ·{" "}
      <button type="button" className="px-origin" onClick={onReset}>
        {words.useInherited(origin)}
      </button>
    </>
  );
}
