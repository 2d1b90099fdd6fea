import "./Chart.css";

export interface RingProps {
  label: string;
  /** 0 to 1. */
  share: number;
  size?: number;
}

/** How much of a goal is reached. */
export function Ring({ label, share, size = 40 }: RingProps) {
  const radius = size / 2 - 2.5;
  const round = 2 * Math.PI * radius;
  const part = Math.min(1, Math.max(0, share));
  return (
    <svg className="px-ring" width={size} height={size} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <circle cx={size / 2} cy={size / 2} r={radius} className="px-ring__track" />
      <circle
        cx={size / 2}
        cy={size / 2}
        r={radius}
        strokeDasharray={`${part * round} ${round}`}
        transform={`rotate(-90 ${size / 2} ${size / 2})`}
      />
    </svg>
  );
}
