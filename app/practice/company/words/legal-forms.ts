import type { Place } from './places.ts';

/** A company's legal form, by its plainest spelling. */
export type LegalForm = 'LLC' | 'Inc' | 'Corp' | 'Co' | 'Ltd' | 'LLP' | 'PLLC' | 'PC' | 'LP' | 'PLC' | 'Ltée';

/** The spellings of each form as they follow a name, the separator included. */
export const legalSpellings: Readonly<Record<LegalForm, readonly string[]>> = {
  LLC: [' LLC', ', LLC', ' L.L.C.', ' Llc', ', L.L.C.', ' Limited Liability Company'],
  Inc: [' Inc', ' Inc.', ', Inc.', ', Inc', ' Incorporated', ' INC'],
  Corp: [' Corp', ' Corp.', ' Corporation', ', Corp.'],
  Co: [' Co', ' Co.', ' Company', ' & Co.', ' and Company'],
  Ltd: [' Ltd', ' Ltd.', ', Ltd.', ' Limited', ' LTD'],
  LLP: [' LLP', ', LLP', ' L.L.P.'],
  PLLC: [' PLLC', ', PLLC', ' P.L.L.C.'],
  PC: [' PC', ', PC', ', P.C.', ' P.C.'],
  LP: [' LP', ', LP', ' L.P.'],
  PLC: [' PLC', ' plc', ' P.L.C.'],
  Ltée: [' Ltée', ' Ltee', ' Limitée'],
};

/** How common the forms are in a country. */
export const legalFormsOf: Readonly<Record<Place['country'], readonly (readonly [number, LegalForm])[]>> = {
  US: [
    [42, 'LLC'],
    [32, 'Inc'],
    [8, 'Corp'],
    [8, 'Co'],
    [3, 'Ltd'],
    [3, 'LLP'],
    [2, 'PLLC'],
    [2, 'PC'],
    [1, 'LP'],
  ],
  CA: [
    [50, 'Ltd'],
    [35, 'Inc'],
    [10, 'Corp'],
    [5, 'Ltée'],
  ],
  GB: [
    [80, 'Ltd'],
    [12, 'LLP'],
    [8, 'PLC'],
  ],
};
