import classes from './progress-bar.module.css';

interface Figure {
  /** What it measures, for those who hear it. */
  label: string;
  /** 0 to 100; `null` while nobody knows. */
  percent: number | null;
}

/** How far something is. */
export function ProgressBar({ label, percent }: Figure) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent ?? undefined}
      aria-valuemin={0}
      aria-valuemax={100}
      className={classes.bar}
    >
      <span className={percent === null ? classes.unknown : undefined} style={{ width: `${percent ?? 30}%` }} />
    </div>
  );
}
