/** A city with what its addresses and phone numbers begin with. `country` is ISO 3166. */
export interface Place {
  readonly city: string;
  readonly region: string;
  readonly country: 'US' | 'CA' | 'GB';
  /** ZIP: the first three digits; Canada and Britain: the first half of the postal code. */
  readonly postalPrefix: string;
  readonly areaCode: string;
}

const unitedStates = `
AK: Anchorage 995 907, Fairbanks 997 907. AL: Birmingham 352 205, Huntsville 358 256, Mobile 366 251. AR: Little Rock 722 501,
Fayetteville 727 479. AZ: Phoenix 850 602, Scottsdale 852 480, Tucson 857 520, Flagstaff 860 928. CA: Fresno 937 559,
Oakland 946 510, Sacramento 958 916, San Diego 921 619, San Jose 951 408, Santa Rosa 954 707, Ventura 930 805, Redding 960 530,
St. Helena 945 707, Bakersfield 933 661. CO: Denver 802 303, Boulder 803 720, Colorado Springs 809 719, Fort Collins 805 970,
Grand Junction 815 970. CT: Hartford 061 860, New Haven 065 203. DE: Wilmington 198 302. FL: Jacksonville 322 904,
Orlando 328 407, Sarasota 342 941, St. Petersburg 337 727, Tallahassee 323 850, Fort Myers 339 239, St. Augustine 320 904.
GA: Atlanta 303 404, Augusta 309 706, Savannah 314 912. HI: Honolulu 968 808. IA: Cedar Rapids 524 319, Des Moines 503 515.
ID: Boise 837 208, Coeur d'Alene 838 208. IL: Chicago 606 312, Naperville 605 630, Peoria 616 309, Rockford 611 815,
Springfield 627 217. IN: Fort Wayne 468 260, Indianapolis 462 317, South Bend 466 574. KS: Overland Park 662 913, Wichita 672 316.
KY: Lexington 405 859, Louisville 402 502. LA: Baton Rouge 708 225, Lafayette 705 337, Shreveport 711 318. MA: Boston 021 617,
Springfield 011 413, Worcester 016 508. MD: Annapolis 214 410, Frederick 217 301. ME: Bangor 044 207, Portland 041 207.
MI: Ann Arbor 481 734, Grand Rapids 495 616, Kalamazoo 490 269, Lansing 489 517, Sault Ste. Marie 497 906, Traverse City 496 231.
MN: Duluth 558 218, Minneapolis 554 612, Rochester 559 507, St. Cloud 563 320, St. Paul 551 651. MO: Columbia 652 573,
Kansas City 641 816, Springfield 658 417, St. Charles 633 636, St. Louis 631 314. MS: Jackson 392 601, Gulfport 395 228.
MT: Billings 591 406, Bozeman 597 406. NC: Asheville 288 828, Charlotte 282 704, Durham 277 919, Greensboro 274 336,
Wilmington 284 910. ND: Fargo 581 701. NE: Lincoln 685 402, Omaha 681 402. NH: Manchester 031 603. NJ: Princeton 085 609,
Morristown 079 973. NM: Albuquerque 871 505, Las Cruces 880 575. NV: Las Vegas 891 702, Reno 895 775. NY: Albany 122 518,
Buffalo 142 716, Ithaca 148 607, Rochester 146 585, Syracuse 132 315, White Plains 106 914. OH: Akron 443 330, Cincinnati 452 513,
Cleveland 441 216, Columbus 432 614, Dayton 454 937, Toledo 436 419. OK: Oklahoma City 731 405, Tulsa 741 918. OR: Bend 977 541,
Eugene 974 541, Portland 972 503, Salem 973 503. PA: Allentown 181 610, Erie 165 814, Lancaster 176 717, Pittsburgh 152 412,
Scranton 185 570. RI: Providence 029 401. SC: Charleston 294 843, Greenville 296 864. SD: Sioux Falls 571 605.
TN: Chattanooga 374 423, Knoxville 379 865, Nashville 372 615. TX: Amarillo 791 806, Austin 787 512, Corpus Christi 784 361,
El Paso 799 915, Fort Worth 761 817, Houston 770 713, Lubbock 794 806, San Antonio 782 210, Waco 767 254. UT: Provo 846 801,
Salt Lake City 841 801, St. George 847 435. VA: Norfolk 235 757, Richmond 232 804, Roanoke 240 540. VT: Burlington 054 802.
WA: Bellingham 982 360, Olympia 985 360, Seattle 981 206, Spokane 992 509, Tacoma 984 253, Yakima 989 509. WI: Appleton 549 920,
Green Bay 543 920, Madison 537 608, Milwaukee 532 414. WV: Charleston 253 304. WY: Cheyenne 820 307`;

const canada = `
AB: Calgary T2P 403, Edmonton T5J 780. BC: Vancouver V6B 604, Victoria V8W 250. MB: Winnipeg R3C 204. NB: Moncton E1C 506.
NS: Halifax B3J 902. ON: Hamilton L8P 905, London N6A 519, Ottawa K1P 613, Toronto M5V 416. QC: Gatineau J8X 819,
Montréal H3B 514, Québec G1R 418, Trois-Rivières G9A 819. SK: Saskatoon S7K 306`;

const britain = `
England: Birmingham B3 121, Bristol BS1 117, Leeds LS1 113, Leicester LE1 116, Liverpool L2 151, London EC2A 20, Manchester M2 161,
Nottingham NG1 115, Reading RG1 118, Sheffield S1 114. Scotland: Edinburgh EH2 131, Glasgow G2 141`;

/** Cities of the United States, and a few of Canada and Britain. */
export const places = {
  US: parse(unitedStates, 'US'),
  CA: parse(canada, 'CA'),
  GB: parse(britain, 'GB'),
} as const;

function parse(text: string, country: Place['country']): readonly Place[] {
  return [...text.matchAll(/([A-Z]\w+): (.*?)(?=\.\s+[A-Z]\w+:|$)/gs)].flatMap(
    ([, region = '', cities = '']) =>
      cities.split(',').map((entry) => {
        const [, city = '', postalPrefix = '', areaCode = ''] = /^\s*(.+)\s(\S+)\s(\S+)$/s.exec(entry) ?? [];
        return { city, region, country, postalPrefix, areaCode };
      }),
  );
}

/** The names of states and provinces in full, as one side writes them. */
export const regionNames: Readonly<Record<string, string>> = Object.fromEntries(
  `AK Alaska, AL Alabama, AR Arkansas, AZ Arizona, CA California, CO Colorado, CT Connecticut, DE Delaware, FL Florida,
  GA Georgia, HI Hawaii, IA Iowa, ID Idaho, IL Illinois, IN Indiana, KS Kansas, KY Kentucky, LA Louisiana, MA Massachusetts,
  MD Maryland, ME Maine, MI Michigan, MN Minnesota, MO Missouri, MS Mississippi, MT Montana, NC North Carolina,
  ND North Dakota, NE Nebraska, NH New Hampshire, NJ New Jersey, NM New Mexico, NV Nevada, NY New York, OH Ohio, OK Oklahoma,
  OR Oregon, PA Pennsylvania, RI Rhode Island, SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, UT Utah,
  VA Virginia, VT Vermont, WA Washington, WI Wisconsin, WV West Virginia, WY Wyoming, AB Alberta, BC British Columbia,
  MB Manitoba, NB New Brunswick, NS Nova Scotia, ON Ontario, QC Québec, SK Saskatchewan`
    .split(',')
    .map((entry) => entry.trim())
    .map((entry) => [entry.slice(0, 2), entry.slice(3)]),
);

/** Names of streets, without their kind. */
export const streetNames: readonly string[] = `
Alameda,Alder,Ash,Aspen,Bayview,Beech,Belmont,Birch,Bridge,Broadway,Brookside,Canal,Cedar,Central,Chestnut,Church,Clark,
Cleveland,Clinton,College,Columbia,Commerce,Cooper,Cottonwood,Court,Cypress,Depot,Division,Dogwood,Elm,Fairview,Ferry,
Forest,Franklin,Front,Garfield,Glenwood,Grand,Grant,Green,Hamilton,Harbor,Harrison,Hawthorne,Hickory,High,Highland,
Hillcrest,Holly,Industrial,Jackson,Jefferson,Juniper,King,Lafayette,Lake,Lakeview,Laurel,Lee,Liberty,Lincoln,Linden,
Locust,Logan,Madison,Magnolia,Main,Maple,Market,Martin Luther King,Meadow,Mechanic,Mill,Monroe,Mountain View,Mulberry,
Oak,Old Mill,Olive,Orchard,Park,Pearl,Pine,Pleasant,Poplar,Prospect,Railroad,Ridge,River,Riverside,Rosewood,
School,Sherman,Spring,Spruce,State,Sunset,Sycamore,Union,Valley,Vine,Walnut,Washington,Water,Webster,Willow,
Wilson,Winding Creek,Woodland,Yale`
  .split(',')
  .map((name) => name.trim());

/** Kinds of streets, long and short. */
export const streetKinds: readonly (readonly [long: string, short: string])[] = [
  ['Street', 'St'],
  ['Avenue', 'Ave'],
  ['Road', 'Rd'],
  ['Boulevard', 'Blvd'],
  ['Drive', 'Dr'],
  ['Lane', 'Ln'],
  ['Court', 'Ct'],
  ['Parkway', 'Pkwy'],
  ['Highway', 'Hwy'],
  ['Place', 'Pl'],
];
