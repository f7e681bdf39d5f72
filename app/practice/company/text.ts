/** Text without accents and the letters that stand for others in English spelling. */
export function withoutAccents(text: string): string {
  return text
    .replaceAll('ø', 'o')
    .replaceAll('Ø', 'O')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '');
}

/** Lower-case letters and digits alone, for addresses on the net. */
export function slug(text: string): string {
  return withoutAccents(text)
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/[^a-z0-9]/g, '');
}
