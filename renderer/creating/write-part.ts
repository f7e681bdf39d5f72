import { create } from 'zustand';

/** The two things that the write screen writes: links to Salesforce, new customers to QuickBooks. */
type WritePart = 'links' | 'customers';

/** Which part of the write screen is shown, and whether new customers are given e-mail addresses. */
export const useWritePart = create<{ readonly part: WritePart; readonly emails: boolean }>(() => ({
  part: 'links',
  emails: false,
}));

/** Shows the other part of the write screen. */
export function showPart(part: WritePart): void {
  useWritePart.setState({ part });
}

/** Gives new customers the accounts' e-mail addresses, or not. */
export function giveEmails(emails: boolean): void {
  useWritePart.setState({ emails });
}
