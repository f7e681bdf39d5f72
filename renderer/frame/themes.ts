/** The appearances a person can choose; `system` follows the system's. */
export const themes = [
  { id: 'system', label: 'As the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
] as const;

export type Theme = (typeof themes)[number]['id'];
