export { replaceAndMatchAgain } from './match-again.ts';
export { matchProject } from './match-project.ts';
