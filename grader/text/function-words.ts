/** Words that carry grammar and no subject. Negations are kept apart (see words.ts). */
const FUNCTION_WORDS = new Set(
  `a an the this that these those there here it its itself he she they them their theirs we us our ours you your i me my
  is are was were be been being am do does did done have has had having will would shall should can could may might must
  and or but nor so yet if then else than as of in on at to for from by with without within into onto over under about
  between through during before after above below up down out off again further once because while until although though
  since unless whether whereas not no never none nothing neither nobody only just also too very more most much many less
  least few some any each every both all other another such same own what which who whom whose when where why how one two
  first second per via etc eg ie vs not s t d ll re ve m let get got go goes going come make made take taken say said
  thing things way lot rather quite even still already now today well like`.split(/\s+/),
);
// "go" is a language here far more often than a verb.
FUNCTION_WORDS.delete('go');

/** Whether a folded word carries grammar only. */
export const isFunctionWord = (folded: string): boolean => FUNCTION_WORDS.has(folded);
