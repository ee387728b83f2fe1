/** `@[Name](user:<id>)`, as it is written. */
const mention = /@\[([^\]\n]{0,300})\]\(user:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/gi;

/** As many people as one post may name. */
export const mostMentions = 20;

/** Who a text names, each once; `quoted` ones are named again only because somebody is quoted. */
export function mentionsIn(text: string): { named: string[]; all: string[] } {
  // As nearly all texts are.
  if (!/\]\(user:/i.test(text)) return { named: [], all: [] };
  const idsIn = (part: string): string[] => [
    ...new Set(Array.from(part.matchAll(mention), ([, , id]) => id!.toLowerCase())),
  ];
  const ownWords = text
    .replace(/^ {0,3}(```+|~~~+)[^\n]*\n[\s\S]*?(^ {0,3}\1[^\n]*$|$(?![\s\S]))/gm, '')
    .replace(/^ {0,3}>.*$/gm, '')
    .replace(/`[^`\n]*`/g, '');
  return { named: idsIn(ownWords), all: idsIn(text) };
}

/**
 * SQL for the names of those whom the post `alias` names, as an object by id; `null` where it names nobody. Only people
 * of its cohort, also former ones, have a name here: whoever types an id does not learn to whom it belongs.
 * @param body the text, where it is not that of the post itself
 */
export const namesIn = (alias: string, body = `${alias}.body`): string => `
  case when strpos(${body}, '](user:') > 0 then (
    select json_object_agg(nu.id, nu.given_name || ' ' || nu.family_name) from app_user nu
    where nu.id in (
      select distinct x[1]::uuid from regexp_matches(${body},
        '\\]\\(user:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\)', 'gi') x limit ${mostMentions})
      and ${isOfCohort('nu', alias)}) end`;

function isOfCohort(user: string, post: string): string {
  return `(
    exists (select from enrolment ne where ne.cohort_id = ${post}.cohort_id and ne.user_id = ${user}.id)
    or exists (select from cohort_trainer nt where nt.cohort_id = ${post}.cohort_id and nt.user_id = ${user}.id)
    or exists (select from mention nm where nm.post_id = ${post}.id and nm.user_id = ${user}.id))`;
}

/** A text with those named in it under the names that they really have, whatever was typed. */
export function withRealNames(text: string, names: Record<string, string>): string {
  return text.replace(
    mention,
    (_, _typed, id: string) => `@[${bracketless(nameOf(id, names))}](user:${id.toLowerCase()})`,
  );
}

/** How somebody is called who was named; people who are gone, or were never there, have no name. */
export function nameOf(id: string, names: Record<string, string>): string {
  return names[id.toLowerCase()] ?? '?';
}

/** The beginning of a text in plain words, for a list. */
export function excerptOf(beginning: string, names: Record<string, string>, most = 180): string {
  const words = beginning
    .replace(mention, (_, _typed, id: string) => `@${nameOf(id, names)}`)
    // What was cut in the middle.
    .replace(/@?!?\[[^\]]{0,300}(\](\([^)]{0,300})?)?$/, '')
    .replace(/^ {0,3}(```+|~~~+).*$/gm, '')
    .replace(/!?\[([^\]\n]{0,300})\]\([^)\n]{0,1000}\)/g, '$1')
    .replace(/^[ \t]*([>#]+|[-*+]|\d{1,9}[.)])[ \t]+/gm, '')
    .replace(/(\*\*|__|~~|`+|\\(?=[^\w\s]))/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (words.length <= most) return words;
  const end = words.lastIndexOf(' ', most);
  return `${words.slice(0, end > 0 ? end : most).replace(/\p{Surrogate}$/u, '')}\u00a0…`;
}

const bracketless = (name: string): string => name.replace(/[[\]\n]/g, '');
