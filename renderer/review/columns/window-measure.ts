import type { Measure } from './fitting-width.ts';

/** Measures texts in the window's own type. */
export function windowMeasure(): Measure {
  const canvas = document.createElement('canvas').getContext('2d');
  const { fontFamily } = getComputedStyle(document.body);
  return (text, size, weight) => {
    if (canvas === null) return text.length * size * 0.6;
    canvas.font = `${weight} ${size}px ${fontFamily}`;
    return canvas.measureText(text).width;
  };
}
