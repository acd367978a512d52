import { PATTERNS } from '../patterns/catalogue';
import { explainedAt } from './explain';

/**
 * What each kind of alert, pattern, condition and effect means, in a paragraph: what docs/drift.md says first about it, in
 * plain text, so that it can be read where there is no network.
 */
export const EXPLANATIONS: Record<string, string> = {
  '#point':
    'One figure lies beyond a limit, further from the centre than routine variation carries it. Something happened in that period: look for it there, not in the months around it. It may be a strike, a new oven, or an extra zero that somebody typed.',
  '#run':
    'Eight figures in a row lie on the same side of the centre. Each of them alone is nothing; a coin that falls on the same side eight times has a reason. Something lasting has moved the level a little. A figure exactly on the centre breaks the run; a missing one neither adds to it nor breaks it.',
  '#near-limit':
    'Three of four figures in a row lie nearer to the same limit than to the centre. It is the middle way between a point and a run: a change that is larger than one and shorter than the other. Both must lie on the same side: two high ones and a low one are no sign.',
  '#break':
    'The figures before and after a period fit two levels so much better than one that chance would hardly do it. The level changed for good there: a price, an opening hour, a supplier, a person. The chart starts new limits at the break.',
  '#evidence':
    'Month after month, two stories are weighed against each other: “the level moved at some time since” and “nothing happened”. Every figure adds to one side or the other. When the first story has become so much more likely that an unchanged KPI would get there in one year out of ten at most, the change is told, often before any single figure stands out.',
  '#spike':
    'One figure lies far out: much further than any before it on that side. Ask what happened in that one period, and whether the figure was typed correctly. If the next ones are back, it was one odd period and is over after three of them; if they stay where it went, it has become a change of level.',
  '#trend':
    "The figures do not jump, they slide: a little more or a little less every period. A change is told as a trend where a slope fits its figures clearly better than one step. The slope that is told is the middle one of the slopes between all pairs of periods, so that a few odd figures don't bend it. When it has come to rest, it is told as a change of level.",
  '#chronic':
    'Nothing has changed, and the target is missed all the same: even the best that routine variation can do stays on the wrong side of it. To look for “what happened this month” is a waste: nothing did. Either the way the work is done changes, or the target does. It stands under off target, without change, once, instead of an alarm every month.',
  '#experiment':
    "You declared it: Experiment until stands in the KPI's row. Until then its changes are “as intended”, and no alert. When the date has passed, the experiment is an alert of its own: keep the new way, change it, or go back. Not every misalignment is an accident; the ones with a date are how a business learns.",
  '#within-tolerance':
    "The change is real, but its level still lies between the KPI's Low and High. You said that this is fine, so it is listed and not raised.",
  ...ofPatterns(),
  '#synergy':
    'A funnel multiplies: leads × lead quality × conversion × order value. When two of them rise, their product rises by more than each would have brought alone; that surplus is what they did together. It is called synergy only where the whole rose and two steps or more are up beyond routine variation.',
  '#noise':
    "How much of a KPI's ups and downs nothing explains: what is left around its levels, as a part of all its variation. A KPI that never changed is all noise, and that is no fault; but where most of the variation is noise, less of it can be steered, and a steadier process is worth more than a new target.",
  '#adaptive-capacity':
    'How many periods you take from an alert to a decision, and from the decision until the alert is over: the middle ones of your own log. An accepted level counts for the first step only, since nothing had to recover.',
  '#cohesion': 'What the pulse survey agrees on, and whether the functions move together (Silos).',
  '#resources': 'The part of the money that is not where the strategy says (Money where the strategy is not).',
};

function ofPatterns(): Record<string, string> {
  return Object.fromEntries(PATTERNS.map(({ name, explanation }) => [explainedAt(name), plainText(explanation)]));
}

/** A paragraph of Markdown without its marks. */
function plainText(markdown: string): string {
  return markdown.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replace(/[*\x60]/g, '');
}
