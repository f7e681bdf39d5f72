import { AppError } from '#shared/errors.ts';
import type { Service } from './service.ts';

/** Until when a service answers no more calls: what they were counted over, and when to go on. */
const periods = {
  day: { period: 'today', again: 'tomorrow' },
  month: { period: 'this month', again: 'next month' },
} as const;

/** The error for calls that come back no sooner than tomorrow: trying again today is of no use. Nothing was done. */
export function usedUp(
  service: Service,
  period: keyof typeof periods,
  { detail, serviceCode }: { readonly detail: string; readonly serviceCode: string },
): AppError {
  return new AppError('service-used-up', { service: service.name, detail, serviceCode, ...periods[period] });
}
