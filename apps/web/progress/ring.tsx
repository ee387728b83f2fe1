import { useTimes } from '../times.js';
import classes from './ring.module.css';

const radius = 15;
const length = 2 * Math.PI * radius;

/** How much is done, as a ring with the figure in it. */
export function Ring({ percent }: { percent: number }) {
  const times = useTimes();
  return (
    <span className={classes.ring}>
      <svg viewBox="0 0 36 36" aria-hidden="true">
        <circle cx="18" cy="18" r={radius} className={classes.track} />
        <circle
          cx="18"
          cy="18"
          r={radius}
          className={classes.done}
          strokeDasharray={`${(length * percent) / 100} ${length}`}
        />
      </svg>
      {percent === 100 ? <span aria-hidden="true">✓</span> : <span aria-hidden="true">{percent}</span>}
      <span className="unseen">{times.percent(percent)}</span>
    </span>
  );
}
