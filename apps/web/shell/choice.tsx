import { useId } from 'react';
import classes from './choice.module.css';

interface Options<T extends string> {
  legend: string;
  /** The legend is only heard, where the options speak for themselves. */
  legendUnseen?: boolean;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** One of a few, side by side: radio buttons that look like a switch. */
export function Choice<T extends string>({ legend, legendUnseen = false, value, options, onChange }: Options<T>) {
  const name = useId();
  return (
    <fieldset className={classes.choice}>
      <legend className={legendUnseen ? 'unseen' : classes.legend}>{legend}</legend>
      <div className={classes.options}>
        {options.map((option) => (
          <label key={option.value} className={classes.option}>
            <input
              type="radio"
              name={name}
              className="unseen"
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
