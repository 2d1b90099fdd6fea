import "./Spinner.css";

/** A ring that turns inside a button or beside a step; words say what is under way. */
export function Spinner({ size = 16 }: { size?: number }) {
  return (
    <svg className="px-spinner" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="8" className="px-spinner__track" />
      <path d="M10 2a8 8 0 0 1 8 8" className="px-spinner__arc" />
    </svg>
  );
}
