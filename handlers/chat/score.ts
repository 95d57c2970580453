import { periodAt } from '../../domain/assessment/period.ts';
import { formulaOf } from '../../domain/mechanism/assessment.ts';
import type { RatingRelation } from '../../domain/mechanism/assessment.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import { localDate } from '../../domain/time/working-time.ts';
import type { Calendar } from '../../domain/time/working-time.ts';
import type { Language } from '../../locales/text.ts';
import { isStaff } from '../acting/actor.ts';
import { relationNamed } from '../assessment/give-score.ts';
import type { GiveScore, ScoreInput, ScoreRefusal } from '../assessment/give-score.ts';
import type { Now } from '../ports/now.ts';
import type { Describing } from '../showing/describe.ts';
import { unitName } from '../showing/describe.ts';
import { written } from './grammar.ts';
import type { ChatHandler, Reply, SaidText } from './utterance.ts';
import { reply } from './utterance.ts';

/** What is needed to take scores in chat. */
export interface TakingScores {
  readonly giveScore: GiveScore;
  readonly mechanism: Mechanism;
  readonly describing: () => Describing;
  readonly calendar: Calendar;
  readonly now: Now;
}

/** 打分: a score for a period or a day, apart from any demand: 打分 2026-11 水务局 组织 88 理由. */
export function score(deps: TakingScores): ChatHandler {
  return async (utterance) => {
    const command = written(utterance.text);
    if (command?.word !== 'score' || !isStaff(utterance.actor) || utterance.room !== undefined) return 'pass';
    if (formulaOf(deps.mechanism) === undefined) return reply('refusal.no-assessment');
    const input = scoreIn(deps.mechanism.ratings, command.rest);
    const asked = { language: utterance.person.language, unit: utterance.actor.unit?.id };
    if (input === undefined) return refusedScore(deps, asked, 'no-such-rating');

    const given = await deps.giveScore({ actor: utterance.actor }, input, utterance.id);
    if (!given.ok) return refusedScore(deps, asked, given.refusal, input);
    const { about, unit, person, relation, marks } = given.value;
    const { directory } = deps.describing();
    const name = person === undefined ? unitName(directory, unit) : (directory.person(person)?.name ?? person);
    return reply('assessment.scored', { about, unit: name, relation: relationNamed(deps.mechanism.ratings, relation)?.name[utterance.person.language], marks: Object.values(marks).join(' ') });
  };
}

/** The first word is the period or day, the rating's name parts whom from the marks, and what follows the marks is why. */
function scoreIn(relations: readonly RatingRelation[], rest: string): ScoreInput | undefined {
  const [first, ...words] = [...rest.matchAll(/[^\s\u3001,\uFF0C:\uFF1A]+/g)].map(({ 0: word, index }) => ({ word, index }));
  const at = words.findIndex(({ word }) => relationNamed(relations, word) !== undefined);
  if (first === undefined || at < 0) return undefined;
  const behind = words.slice(at + 1);
  const why = behind.findIndex(({ word }) => !/^\d{1,3}(?:\.\d)?$/.test(word));
  const marks = why < 0 ? behind : behind.slice(0, why);
  const rated = words.slice(0, at).map(({ word }) => word).join(' ');
  return { about: first.word, rated: rated === '' ? undefined : rated, relation: words[at]?.word ?? '', marks: marks.map(({ word }) => Number(word)), reason: why < 0 ? '' : rest.slice(behind[why]?.index) };
}

/** What whoever gives a score is told when it was not taken, with an example that would be. */
export function refusedScore({ mechanism, calendar, now, describing }: Omit<TakingScores, 'giveScore'>, { language, unit }: { readonly language: Language; readonly unit?: string | undefined }, refusal: ScoreRefusal, input?: ScoreInput): readonly Reply[] {
  const relation = (input === undefined ? undefined : relationNamed(mechanism.ratings, input.relation)) ?? mechanism.ratings[0];
  const period = mechanism.assessment?.period;
  const about = relation?.every === 'day' || period === undefined ? localDate(calendar, now()) : periodAt(period, calendar, now()).id;
  const marks = (relation?.dimensions.length ?? 0) > 0 ? relation?.dimensions.map(() => relation.scale).join(' ') : relation?.scale;
  const example: SaidText = { key: 'part.score-example', params: { about, unit: input?.rated ?? unitName(describing().directory, unit ?? ''), relation: relation === undefined ? '' : shortName(relation, language), marks } };
  const names = relation?.dimensions.map(({ name }) => name[language]).join(' ') ?? '';
  return reply(`refusal.${refusal}`, { example, relations: mechanism.ratings.map((one) => shortName(one, language)).join(' '), scale: relation?.scale, dimensions: names === '' ? '' : { key: 'part.score-dimensions', params: { names } } });
}

function shortName({ name, words }: RatingRelation, language: Language): string {
  return (language === 'zh-CN' ? words[0] : undefined) ?? name[language];
}
