import { describe, expect, test } from 'vitest';
import { textAt } from '../../../../app/match/terms/dictionary.ts';
import { kinds } from '../../../../app/match/terms/kinds.ts';
import { none, VocabularyBuilder } from '../../../../app/match/terms/vocabulary.ts';

describe('a vocabulary', () => {
  test('numbers each kind of value by itself', () => {
    const builder = new VocabularyBuilder();
    for (const kind of kinds) expect(builder.id(kind, 'quimby')).toBe(0);
    for (const kind of kinds) expect(builder.find(kind, 'zwick')).toBe(-1);
  });

  test('knows whether the area of a phone number is known', () => {
    const builder = new VocabularyBuilder();
    const [full, bare] = [builder.phone('13125550123', '5550123'), builder.phone('', '5550123')];
    const { phoneHasArea, texts } = builder.vocabulary();
    expect([textAt(texts.phone, full), textAt(texts.phone, bare)]).toEqual(['13125550123', '~5550123']);
    expect([phoneHasArea[full], phoneHasArea[bare]]).toEqual([1, 0]);
  });

  test('knows the mailbox and the domain of an address, none at a free provider', () => {
    const builder = new VocabularyBuilder();
    const domain = builder.domain('quimby.com', () => 'quimby');
    const own = builder.email('info@quimby.com', 4, 1, domain);
    const free = builder.email('jo@gmail.com', 2, 0, none);
    const { emailMailbox, emailIsRole, emailDomain } = builder.vocabulary();
    expect([emailDomain[own], emailDomain[free]]).toEqual([domain, none]);
    expect([emailMailbox[own], emailMailbox[free]]).toEqual([4, 2]);
    expect([emailIsRole[own], emailIsRole[free]]).toEqual([1, 0]);
  });

  test('asks for the label of a domain once', () => {
    const builder = new VocabularyBuilder();
    let asked = 0;
    const label = (): string => {
      asked += 1;
      return 'quimby';
    };
    const [one, again] = [builder.domain('quimby.com', label), builder.domain('quimby.com', label)];
    expect([again, asked]).toEqual([one, 1]);
    const host = builder.domain('192.168.0.1', () => null);
    expect(builder.labelOf(host)).toBe(none);
  });
});

describe('a vocabulary that adopts another', () => {
  const other = new VocabularyBuilder();
  const domain = other.domain('zwick.org', () => 'zwick');
  other.email('wilma@zwick.org', 5, 0, domain);
  other.phone('', '5550123');
  other.id('word', '東京');
  other.id('word', 'quimby');

  test('gives each value the id it has here', () => {
    const builder = new VocabularyBuilder();
    builder.id('word', 'quimby');
    const renaming = builder.adopt(other.vocabulary());
    expect(Array.from(renaming.word)).toEqual([1, 0]);
    expect(builder.find('word', 'quimby')).toBe(0);
    expect(builder.id('word', '東京')).toBe(1);
  });

  test('takes over what was known of each value', () => {
    const builder = new VocabularyBuilder();
    builder.phone('13125550123', '5550123');
    const renaming = builder.adopt(other.vocabulary());
    const { texts, phoneHasArea, emailDomain, emailMailbox, domainLabel } = builder.vocabulary();
    const [phone, email, site] = [renaming.phone[0] ?? -1, renaming.email[0] ?? -1, renaming.domain[0] ?? -1];
    expect(phoneHasArea[phone]).toBe(0);
    expect(textAt(texts.phone, phone)).toBe('~5550123');
    expect(emailDomain[email]).toBe(site);
    expect(emailMailbox[email]).toBe(5);
    expect(textAt(texts.label, domainLabel[site] ?? -1)).toBe('zwick');
  });

  test('changes nothing the second time', () => {
    const builder = new VocabularyBuilder();
    const first = builder.adopt(other.vocabulary());
    expect(builder.adopt(other.vocabulary())).toEqual(first);
  });
});
