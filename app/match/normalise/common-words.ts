/**
 * Words that are common in names anywhere, so that two small files do not take "services" for a rare word. Compiled
 * from general use: business words stand in about one business name in a hundred, given names likewise in persons'.
 */
const business = `
academy advisors agency american apartments associates association auto automotive bank bar builders building
business cafe capital care center child children church city cleaning clinic club college communications community
computer construction consulting contracting contractors council county custom day dental department design
development digital distribution early east education electric electrical elementary engineering enterprises
environmental equipment estate family farm farms financial first fitness food foods foundation general global green
group hardware head health heating high holdings home homes hospital hotel house industrial industries insurance
international investments kids landscaping law learning little logistics machine maintenance management manufacturing
market marketing mechanical media medical metal mobile national networks new north office pacific park partners parts
pharmacy plumbing pre precision preschool products professional properties property public quality real realty repair
restaurant retail river roofing saint sales school security senior services shop society software solutions south
start steel store studio studios supply systems team technology tire tools township trading transport
transportation travel trucking trust united university village water web west wholesale works world young
`;

const names = `
adam alan alex amanda andrew anna anthony barbara benjamin brian charles christopher daniel david deborah donald
edward elizabeth emily emma eric frank gary george grace harry helen henry jack jacob james jason jennifer jessica
john jose joseph joshua karen kevin laura linda lisa maria mark mary matthew michael michelle nancy nicholas oliver
patricia paul peter richard robert ryan samuel sarah scott smith jones brown johnson williams miller davis garcia
stephen steven susan thomas timothy wilson william
`;

/** The business words alone. */
export const businessWords: ReadonlySet<string> = new Set(business.trim().split(/\s+/));

/** The words themselves, as normalised names hold them. */
export const commonWords: ReadonlySet<string> = new Set([...businessWords, ...names.trim().split(/\s+/)]);
