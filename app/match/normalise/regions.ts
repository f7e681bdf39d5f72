/** States, provinces and territories of the United States, Canada and Australia: code and name, as post offices use. */
const regions = `
al alabama|ak alaska|az arizona|ar arkansas|ca california|co colorado|ct connecticut|de delaware
dc district of columbia|fl florida|ga georgia|hi hawaii|id idaho|il illinois|in indiana|ia iowa|ks kansas
ky kentucky|la louisiana|me maine|md maryland|ma massachusetts|mi michigan|mn minnesota|ms mississippi|mo missouri
mt montana|ne nebraska|nv nevada|nh new hampshire|nj new jersey|nm new mexico|ny new york|nc north carolina
nd north dakota|oh ohio|ok oklahoma|or oregon|pa pennsylvania|pr puerto rico|ri rhode island|sc south carolina
sd south dakota|tn tennessee|tx texas|ut utah|vt vermont|va virginia|wa washington|wv west virginia|wi wisconsin
wy wyoming
ab alberta|bc british columbia|mb manitoba|nb new brunswick|nl newfoundland and labrador|ns nova scotia
nt northwest territories|nu nunavut|on ontario|pe prince edward island|qc quebec|sk saskatchewan|yt yukon
nsw new south wales|qld queensland|sa south australia|tas tasmania|vic victoria|act australian capital territory
ca calif|co colo|ct conn|fl fla|il ill|in ind|ma mass|mi mich|mn minn|ok okla|or ore|pa penn|pa penna|tn tenn|tx tex
wa wash|wi wis|wi wisc|az ariz|dc washington dc|on ont|qc que|qc pq|ab alta|sk sask|mb man|nl newfoundland|nl nfld
`;

const codeByName: ReadonlyMap<string, string> = new Map(
  regions
    .trim()
    .split(/[|\n]/)
    .map((entry) => {
      const blank = entry.indexOf(' ');
      return [entry.slice(blank + 1), entry.slice(0, blank)] as const;
    }),
);

/** Few regions are written in few ways; what was once looked up is kept as it was written. */
const known = new Map<string, string>();
const mostKnown = 10_000;

/** The code of a state or province given by name or code, in lower case; other text as it is, without blanks. */
export function regionCode(folded: string): string {
  const found = known.get(folded);
  if (found !== undefined) return found;
  const text = folded.replace(/[^a-z0-9]+/g, ' ').trim();
  const code = codeByName.get(text) ?? codeByName.get(text.replaceAll(' ', '')) ?? text.replaceAll(' ', '');
  if (known.size < mostKnown) known.set(folded, code);
  return code;
}
