import { type Fitted, plain, shortened } from '../create/fit-text.ts';

/** Characters of a phone number that QuickBooks takes; Salesforce takes 40. */
const most = 30;

const extension = /[\s,;]*(?:#|\b(?:extension|ext|extn|x|durchwahl|poste)\b)[\s.:#]*(\d+)\s*$/i;
const attachedExtension = /(?<=\d)\s*x\s*(\d+)\s*$/i;

/**
 * A phone number in the length that QuickBooks takes. Only what is too long is touched, one step after another until it
 * fits: the first of several numbers, the extension written short, the number without its punctuation.
 */
export function fitPhone(text: string): Fitted {
  const whole = plain(text);
  if (whole.length <= most) return { value: whole, changes: [] };
  const [first = whole, ...others] = whole.split(/[;/|,]|\s(?:or|und|ou)\s/i).filter(isNumber);
  const kept = others.length === 0 ? [] : ['only the first number kept'];
  const alone = others.length === 0 ? whole : first.trim();
  if (alone.length <= most) return { value: alone, changes: kept };

  const found = extension.exec(alone) ?? attachedExtension.exec(alone);
  const number = found === null ? alone : alone.slice(0, found.index);
  const short = found === null ? '' : ` x${found[1]}`;
  const withShort = `${number.trim()}${short}`;
  if (withShort.length <= most) return { value: withShort, changes: [...kept, 'extension written as x'] };

  const digits = `${number.trim().startsWith('+') ? '+' : ''}${number.replace(/\D/g, '')}${short}`;
  return shortened({ value: digits, changes: [...kept, 'written in digits only'] }, most);
}

/** Whether a part is a whole number, and not an area code or an extension. */
function isNumber(part: string): boolean {
  return part.replace(/\D/g, '').length >= 7;
}
