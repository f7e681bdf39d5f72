/** Legal forms, each with the ways it is written after a name. */
export const legalForms: Readonly<Record<string, readonly string[]>> = {
  LLC: [' LLC', ', LLC', ' L.L.C.', ', L.L.C.', ' Llc', ' L L C', ' Limited Liability Company'],
  Inc: [' Inc', ' Inc.', ', Inc.', ', Inc', ' INC', ' Incorporated', ' I N C'],
  Corp: [' Corp', ' Corp.', ', Corp.', ' Corporation', ' CORP'],
  Co: [' Co', ' Co.', ' Company', ', Co.', ' & Co.', ' and Company'],
  Ltd: [' Ltd', ' Ltd.', ', Ltd.', ' Limited', ' LTD'],
  LLP: [' LLP', ', LLP', ' L.L.P.', ', L.L.P.'],
  PC: [' PC', ' P.C.', ', P.C.', ' Professional Corporation'],
  PLLC: [' PLLC', ', PLLC', ' P.L.L.C.'],
};

/** Words with their usual abbreviations. */
export const abbreviations: ReadonlyMap<string, readonly string[]> = new Map(
  `Accounting Acctg; Advertising Adv; American Amer Am; Associates Assoc Assocs; Associated Assoc; Automotive Auto; Brothers Bros;
  Building Bldg; Builders Bldrs; Center Ctr Cntr; Central Cent; Chiropractic Chiro; Commercial Comml; Communications Comm Comms;
  Community Comm; Company Co; Construction Const Constr; Consulting Consltg; Contractors Contr; Contracting Contr;
  County Cnty Co; Department Dept; Development Dev Devel; Distributing Dist; Distributors Dist Distr; Distribution Dist;
  Electric Elec; Electrical Elec; Engineering Eng Engr; Engineers Engrs; Enterprises Ent Entp; Environmental Env Environ;
  Equipment Equip Eqpt; Federal Fed; Financial Fin Fncl; First 1st; Foundation Fdn; General Gen Genl; Government Govt; Group Grp;
  Heating Htg; Hospital Hosp; Incorporated Inc; Industrial Ind Indl; Industries Ind Inds; Insurance Ins; Institute Inst;
  International Intl Int'l; Investments Inv; Laboratories Labs; Landscaping Landsc; Machine Mach; Maintenance Maint;
  Management Mgmt Mgt; Manufacturing Mfg; Marketing Mktg; Medical Med; Mechanical Mech; Mount Mt; Mountain Mtn; National Natl Nat'l;
  Northern No; Northwest NW; Pharmacy Pharm; Plumbing Plbg; Production Prod; Productions Prod; Products Prod; Professional Prof;
  Properties Prop Props; Quality Qual; Refrigeration Refrig; Restaurant Rest; Saint St; Sales Sls; School Sch; Security Sec;
  Services Svcs Svc Serv; Service Svc; Society Soc; Solutions Soln Sol; Southern So; Southwest SW; Supply Sup Sply; Systems Sys;
  Technologies Tech; Technology Tech; Telecommunications Telecom; Transport Trans; Transportation Transp Trans; Trucking Trkg;
  United Utd; University Univ; Veterinary Vet; Wholesale Whsle; Western West`
    .split(';')
    .map((entry) => {
      const [word = '', ...short] = entry.trim().split(' ');
      return [word, short];
    }),
);

/** What bookkeepers and salespeople add to a name. */
export const notes: readonly string[] = [
  ' - Net 30',
  ' (Net 15)',
  ' - NET30',
  ' (USD)',
  ' - COD',
  ' **COD ONLY**',
  ' - DO NOT USE',
  ' (do not use - see other)',
  ' (NEW)',
  ' - OLD ACCT',
  ' - tax exempt',
  ' (resale)',
  ' - wholesale',
  ' - credit hold',
  ' (vendor)',
  ' - PAST DUE',
  ' attn: AP',
  ' c/o Accounts Payable',
];

/** Street types and directions, each with the forms in which addresses hold it. */
export const streetTypes: readonly (readonly [string, ...string[]])[] = [
  ['Street', 'St', 'St.', 'ST'],
  ['Avenue', 'Ave', 'Ave.', 'Av'],
  ['Road', 'Rd', 'Rd.'],
  ['Drive', 'Dr', 'Dr.'],
  ['Lane', 'Ln', 'Ln.'],
  ['Boulevard', 'Blvd', 'Blvd.'],
  ['Court', 'Ct', 'Ct.'],
  ['Highway', 'Hwy'],
  ['Parkway', 'Pkwy'],
  ['Place', 'Pl'],
  ['Way', 'Wy'],
];
export const directions: readonly (readonly [string, ...string[]])[] = [
  ['North', 'N', 'N.'],
  ['South', 'S', 'S.'],
  ['East', 'E', 'E.'],
  ['West', 'W', 'W.'],
];
export const streetNames: readonly string[] =
  `Main|Oak|Park|Maple|Cedar|Washington|Lake|Hill|Pine|Walnut|Church|Elm|River|Mill|Spring|
Jefferson|Jackson|Lincoln|Highland|Center|Franklin|Adams|Madison|Sunset|Ridge|Chestnut|Broadway|Railroad|Industrial|Commerce|
1st|2nd|3rd|4th|5th|6th|7th|8th|9th|10th|11th|12th|14th|21st|33rd|42nd|51st|Martin Luther King Jr|Old Mill|Country Club|College|
University|Airport|Market|Union|Liberty|State|Court|School|Prospect|Meadow|Forest|Valley View|Lakeview|Hickory|Willow|Dogwood|
Birch|Poplar|Sycamore|Magnolia|Cherry|Peach Tree|Locust|Spruce|Laurel|Holly|Orchard|Garden|Green|Bridge|Canal|Front|Water|
Grand|Pleasant|Fairview|Summit|Central|Commercial|Technology|Enterprise|Corporate|Executive|Progress|Business Park`
    .replaceAll('\n', '')
    .split('|');

/** Names with the accents that their bearers write; census lists have none. */
export const accents: ReadonlyMap<string, string> = new Map(
  `Garcia García, Martinez Martínez, Rodriguez Rodríguez, Hernandez Hernández, Lopez López, Gonzalez González, Perez Pérez,
  Sanchez Sánchez, Ramirez Ramírez, Gomez Gómez, Diaz Díaz, Vazquez Vázquez, Jimenez Jiménez, Nunez Núñez, Pena Peña, Munoz Muñoz,
  Gutierrez Gutiérrez, Mendez Méndez, Chavez Chávez, Fernandez Fernández, Muller Müller, Schroder Schröder, Cafe Café, Jose José,
  Andre André, Rene René, Beaute Beauté, Cote Côté, Lefevre Lefèvre, Bjork Björk`
    .split(',')
    .map((entry) => {
      const [plain = '', accented = ''] = entry.trim().split(' ');
      return [plain, accented];
    }),
);

export const statesByCode: ReadonlyMap<string, string> = new Map(
  `AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, DE Delaware, FL Florida, GA Georgia,
  HI Hawaii, ID Idaho, IL Illinois, IN Indiana, IA Iowa, KS Kansas, KY Kentucky, LA Louisiana, ME Maine, MD Maryland, MA Massachusetts,
  MI Michigan, MN Minnesota, MS Mississippi, MO Missouri, MT Montana, NE Nebraska, NV Nevada, NH New Hampshire, NJ New Jersey,
  NM New Mexico, NY New York, NC North Carolina, ND North Dakota, OH Ohio, OK Oklahoma, OR Oregon, PA Pennsylvania, RI Rhode Island,
  SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, UT Utah, VT Vermont, VA Virginia, WA Washington, WV West Virginia,
  WI Wisconsin, WY Wyoming`
    .split(',')
    .map((entry) => {
      const [, code = '', name = ''] = /^(\S+) (.+)$/s.exec(entry.trim()) ?? [];
      return [code, name];
    }),
);
