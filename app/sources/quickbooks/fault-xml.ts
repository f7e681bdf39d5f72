import type { FaultError } from './fault.ts';

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/**
 * The errors of a Fault that came as XML, as refusals before the API itself do (a sign-in that ended, too many calls),
 * though JSON was asked for; null when the text is none.
 */
export function faultInXml(text: string): readonly FaultError[] | null {
  if (!/<Fault\b/.test(text)) return null;
  return [...text.matchAll(/<Error\b([^>]*)>(.*?)<\/Error>/gs)].map(([, attributes = '', content = '']) => ({
    code: /\bcode="([^"]*)"/.exec(attributes)?.[1] ?? '',
    message: elementIn(content, 'Message'),
    detail: elementIn(content, 'Detail'),
  }));
}

function elementIn(content: string, name: 'Message' | 'Detail'): string {
  const text = new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(content)?.[1] ?? '';
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_entity, entity: string) => entities[entity] ?? '');
}
