/** The platform's sign. */
export function Logo() {
  return (
    <svg className="ad-logo" width="34" height="34" viewBox="0 0 34 34" aria-hidden="true">
      <rect width="34" height="34" rx="8" />
      <path d="M11.5 25V10.5a1.5 1.5 0 0 1 1.5-1.5h5.5a4.75 4.75 0 0 1 0 9.5H11.5" />
      <circle cx="22.5" cy="23.5" r="2" />
    </svg>
  );
}
