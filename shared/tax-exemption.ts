/**
 * Why a customer pays no tax, by QuickBooks' id of the reason.
 * See https://developer.intuit.com/app/developer/qbo/docs/api/accounting/all-entities/customer
 */
const labels: ReadonlyMap<string, string> = new Map([
  ['1', 'Federal'],
  ['2', 'State'],
  ['3', 'Local'],
  ['4', 'Tribal'],
  ['5', 'Charitable'],
  ['6', 'Religious'],
  ['7', 'Educational'],
  ['8', 'Hospital'],
  ['9', 'Resale'],
  ['10', 'Direct pay'],
  ['11', 'Multiple points of use'],
  ['12', 'Direct mail'],
  ['13', 'Agricultural'],
  ['14', 'Industrial'],
  ['15', 'Foreign diplomat'],
]);

const folded = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

const idsByLabel = [...labels].map(([id, label]) => [folded(label), id] as const);

/**
 * The id of a reason that is given as its id or as a label, which in Salesforce may say more than QuickBooks' own
 * ("Federal government"); the text itself where it is none of these.
 */
function reasonOf(text: string): string {
  const wanted = folded(text);
  if (labels.has(wanted)) return wanted;
  return idsByLabel.find(([label]) => wanted === label || wanted.startsWith(`${label} `))?.[1] ?? wanted;
}

/** QuickBooks' label for a reason that is given as its id or as a label; the text itself where it knows none. */
export function taxExemptionLabel(text: string): string {
  return labels.get(reasonOf(text)) ?? text;
}

/** QuickBooks' id of a reason that is given as its id or as a label; null where it knows none. */
export function taxExemptionId(text: string): string | null {
  const id = reasonOf(text);
  return labels.has(id) ? id : null;
}

/** Whether both texts, each an id or a label, mean the same reason. */
export function sameTaxExemption(one: string, other: string): boolean {
  return reasonOf(one) === reasonOf(other);
}
