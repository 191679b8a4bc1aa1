import { type DecisionQuote, type PointReading, toQuote } from '../feedback';
import { type DecisionReading, sentencesOf } from '../reading';
import { countWords, isAnswered, isDenied, type Sentence, saysIt } from '../sentences';

const OWNER =
  /\b(?:owned by (?:the |our |a )?\w+|(?:maintained|operated|run|supported|staffed) by (?:us|(?:the |our |a )?(?:[\w-]+ ){0,3}(?:team|squad|guild|group|engineers?|sres?|operations|department|people))\b|(?:the |our )?(?:[\w-]+ )?(?:team|squad|guild|group|engineers?|sres?|platform|operations) (?:(?!and |or )\w+ )?(?:owns?|maintains?|operates?|runs?|supports?|takes? over|is responsible|are responsible|is accountable|carr(?:y|ies))|owners? (?:is|are|will be|of)|ownership (?:lies|stays|moves|is|goes))\b/g;
/** Software is responsible for things as well: here people have to be named. */
const ANSWERS = /\b(?:responsible|accountable) for\b/g;
const ON_CALL =
  /\b(?:on[- ]call|pager|paged|rota|(?:support|weekly|team|our|the|duty) rotation(?! of\b)|24\/7|out[- ]of[- ]hours|support hours|first responder|runbooks?)\b/g;
const SKILLS =
  /\b(?:knows?|knew|(?:has|have|had|nobody|team|engineers?|developers?|people|who|we) (?:\w+ ){0,3}(?:written|wrote)|learn(?:s|ing)?|train(?:s|ing|ed)?|hir(?:e|es|ing)|recruit\w*|onboard\w*|upskill\w*|mentor\w*|experienced|experience (?:with|in|of|writing|building|running)|(?:years of|no|little|prior|much|have|has) experience|expertise|experts?|familiar(?:ity)?|proficien(?:t|cy)|skills?|skilled|skill ?sets?|learning curve|talent pool|knowledge)\b/g;
const PEOPLE =
  /\b(?:team|squad|people|engineers?|developers?|devs|staff|colleagues?|seniors?|juniors?|hires?|hiring|talent|contractors?|maintainers?|members?|candidates?|we|us|nobody|none of|no one|only one|everyone|everybody)\b/;
const ABOUT_SKILL =
  /\b(?:go|golang|rust|java|python|node|language|ownership model|borrow checker|ecosystem|stack|c\+\+|learning curve|hiring|hire|talent|training|onboarding|expertise|experience)\b/;
/** Saying that few or none can do it yet is a fact about skills, not a denial. */
const HONEST_LACK = /\b(?:nobody|none of|no one|only (?:one|two)|not yet|few of)\b/;

/** A name in a table says nothing yet. */
const FEWEST_WORDS = 4;

const speaksOfSkills = ({ text, lowered }: Sentence) => {
  if (countWords(text) < FEWEST_WORDS) return false;
  const isFact = HONEST_LACK.test(lowered) && !/\bno (?:plan|owner|ownership)\b/.test(lowered);
  const found = [...lowered.matchAll(SKILLS)];
  const says = found.some(({ index, 0: words }) => isFact || !isDenied(lowered, index, index + words.length));
  return says && PEOPLE.test(lowered) && ABOUT_SKILL.test(lowered);
};

const NAMED_TEAM =
  /\b(?:[A-Z][\w-]+ (?:team|squad|group)|[Tt]eam [A-Z]\w+|(?:platform|payments?|search|sre|infrastructure|infra|backend|data|ops|operations|storage|network\w*|core|security) (?:team|squad|group|engineers?))\b/;

/** Whether it is said who owns the result, who answers for it at night, and who can do the work. */
export function findOwnership(reading: DecisionReading): PointReading {
  const usable = reading.sentences.filter(({ passage }) => !['reversal', 'evidence'].includes(passage.field));
  const own = sentencesOf(reading, 'ownership').filter(({ text }) => isAnswered(text));
  const owner =
    usable.find(({ lowered }) => saysIt(lowered, OWNER) || (saysIt(lowered, ANSWERS) && PEOPLE.test(lowered))) ??
    own.find(({ text, lowered }) => {
      const team = NAMED_TEAM.exec(text);
      return team !== null && !isDenied(lowered, team.index, team.index + team[0].length);
    });
  const onCall = usable.find(({ lowered }) => saysIt(lowered, ON_CALL));
  const skills = usable.find(speaksOfSkills);
  const aspects = [
    { name: 'who owns it', found: owner },
    { name: 'who is on call for it', found: onCall },
    { name: 'who can write and review it today, and how that grows', found: skills },
  ];
  const quotes: DecisionQuote[] = [];
  for (const { found } of aspects) {
    if (!found) continue;
    const quote = toQuote(found.passage.field, found.text);
    if (!quotes.some((other) => other.quote === quote.quote)) quotes.push(quote);
  }
  const open = aspects.filter(({ found }) => !found).map(({ name }) => name);
  if (owner && open.length <= 1) return { id: 'ownership', level: 'full', quotes, missing: '' };
  if (quotes.length === 0)
    return {
      id: 'ownership',
      level: 'none',
      quotes,
      missing: `This reading could not find ${open.slice(0, -1).join(', ')} or ${open.at(-1) ?? ''}.`,
    };
  return {
    id: 'ownership',
    level: 'half',
    quotes,
    missing: `Part of it is there; this reading could not find ${open.join(' or ')}.`,
  };
}
