/** The parts of a key press that matter here; a `KeyboardEvent` has them. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** The key is held down and repeats by itself. */
  readonly repeat: boolean;
}

/** Whether this is an Apple keyboard, on which ⌘ does what Ctrl does elsewhere. */
export const isApple = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform);

/** Whether a key is one character, which WCAG 2.1.4 wants to be changeable: `a`, `?`, `1`, but not `Mod+z`. */
export function isCharacter(key: string): boolean {
  return [...key].length === 1;
}

const hasCase = (key: string) => key.toLowerCase() !== key.toUpperCase();

/**
 * A key press as the register writes keys: `a`, `Shift+a`, `Mod+Shift+z`, `ArrowDown`; null for one that belongs to the
 * browser or the system. A character that takes Shift to be typed is itself: `?`.
 */
export function keyOf(press: KeyPress, apple: boolean = isApple): string | null {
  const [mod, other] = apple ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (press.altKey || other) return null;
  const key = isCharacter(press.key) ? press.key.toLowerCase() : press.key;
  const shift = press.shiftKey && (mod || !isCharacter(key) || hasCase(key));
  return `${mod ? 'Mod+' : ''}${shift ? 'Shift+' : ''}${key}`;
}

const names: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Backspace: '⌫',
  Escape: 'Esc',
  ' ': 'Space',
};

/** A key as a person reads it: `A`, `Ctrl ⇧ Z` (`⇧⌘Z` on macOS), `↓`. */
export function keyWord(key: string, apple: boolean = isApple): string {
  const mod = key.startsWith('Mod+');
  const shift = key.includes('Shift+');
  const bare = key.slice((mod ? 4 : 0) + (shift ? 6 : 0));
  const name = names[bare] ?? (isCharacter(bare) ? bare.toUpperCase() : bare);
  if (apple) return `${shift ? '⇧' : ''}${mod ? '⌘' : ''}${name}`;
  return [mod ? 'Ctrl' : '', shift ? '⇧' : '', name].filter(Boolean).join(' ');
}
