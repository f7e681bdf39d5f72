/** The numbers in the one cell that QuickBooks' reports have for them. */
export interface PhoneNumbers {
  readonly phone: string;
  readonly mobile: string;
  readonly alternatePhone: string;
  readonly fax: string;
}

const LABEL = /\b(phone|mobile|cell|other|alternate|alt|fax)\.?\s*:\s*/gi;

const KIND: Readonly<Record<string, keyof PhoneNumbers>> = {
  phone: 'phone',
  mobile: 'mobile',
  cell: 'mobile',
  other: 'alternatePhone',
  alternate: 'alternatePhone',
  alt: 'alternatePhone',
  fax: 'fax',
};

/** Takes `Phone:(650) 555-0100 Mobile:(650) 555-0101` apart. A text without such words is the phone. */
export function splitPhoneNumbers(text: string): PhoneNumbers {
  const found = { phone: '', mobile: '', alternatePhone: '', fax: '' };
  if (text === '') return found;
  const labels = [...text.matchAll(LABEL)];
  if (labels.length === 0) return { ...found, phone: text.trim() };
  labels.forEach((label, at) => {
    const kind = KIND[label[1]?.toLowerCase() ?? ''];
    const number = text.slice(label.index + label[0].length, labels[at + 1]?.index).trim();
    if (kind !== undefined && found[kind] === '') found[kind] = number.replace(/[,;]$/, '');
  });
  return found;
}
