import { PATTERNS } from '../patterns/catalogue';
import { explainedAt } from './explain';

/**
 * What each kind of alert, pattern, condition and effect means, in a paragraph: what docs/drift.md says first about it, in
 * plain text, so that it can be read where there is no network.
 */
export const EXPLANATIONS: Record<string, string> = {
  '#point':
    'One figure is beyond a limit, further from the centre than routine variation explains. Something happened in that period: look there, not in the months around it. It may be a strike, a new oven, or an extra zero that somebody typed.',
  '#run':
    'Eight figures in a row are on the same side of the centre. One of them alone means nothing, but a coin that lands on the same side eight times has a reason. Something lasting has shifted the level a little. A figure exactly on the centre ends the run; a missing one neither adds to it nor ends it.',
  '#near-limit':
    'Three of four figures in a row are nearer to the same limit than to the centre. This catches a change that is too small for a point and too short for a run. All three must be on the same side: two high ones and a low one do not count.',
  '#break':
    'Two levels, one before a period and one from it on, fit the figures so much better than a single level that chance would hardly ever do it. The level changed for good there: a price, an opening hour, a supplier, a person. The chart starts new limits at the break.',
  '#evidence':
    'Month after month, two explanations are weighed against each other: “the level moved at some point” and “nothing happened”. Every figure adds weight to one side or the other. Once the first has become so much more likely that an unchanged KPI would get there in at most one year out of ten, the change is reported, often before any single figure looks unusual.',
  '#spike':
    'One figure is much further out than any before it on that side. Ask what happened in that one period, and whether the figure was typed correctly. If the next figures are back to normal, it was one odd period, and the alert is over after three of them. If they stay at the new level, it has become a change of level.',
  '#trend':
    'The figures do not jump, they slide: a little more or a little less every period. A change is called a trend when a slope fits its figures clearly better than one step. The slope shown is the median of the slopes between all pairs of periods, so that a few odd figures do not distort it. Once it has come to rest, it is called a change of level.',
  '#chronic':
    'Nothing has changed, and the target is missed all the same: even the best that routine variation can do is on the wrong side of it. Asking “what happened this month” is a waste of time: nothing did. Either the way the work is done changes, or the target does. It is listed once, under off target without a change, instead of raising an alarm every month.',
  '#experiment':
    "You declared it, with a date under Experiment until in the KPI's row. Until then its changes are “as intended” and raise no alert. After that date the experiment is an alert of its own: keep the new way, change it, or go back. Not every misalignment is an accident; the ones with an end date are how a business learns.",
  '#within-tolerance':
    "The change is real, but its level is still between the KPI's Low and High. You said that this range is fine, so the change is listed and raises no alert.",
  ...ofPatterns(),
  '#synergy':
    'A funnel multiplies: leads × lead quality × conversion × order value. When two of them rise, the product rises by more than each would have added alone; that surplus is what they achieved together. It is called synergy only if the whole funnel rose and at least two steps are up beyond routine variation.',
  '#noise':
    "How much of a KPI's ups and downs nothing explains: what is left around its levels, as a share of all its variation. A KPI that never changed is all noise, and that is not a fault. But where most of the variation is noise, there is less to steer, and a steadier process is worth more than a new target.",
  '#adaptive-capacity':
    'How many periods it takes you from an alert to a decision, and from the decision until the alert is over: the medians from your own log. An accepted level counts for the first step only, since nothing had to recover.',
  '#cohesion': 'What the pulse survey agrees on, and whether the functions move together (Silos).',
  '#resources':
    'The share of the money that is not where the strategy says it should be (Money where the strategy is not).',
};

function ofPatterns(): Record<string, string> {
  return Object.fromEntries(PATTERNS.map(({ name, explanation }) => [explainedAt(name), plainText(explanation)]));
}

/** A paragraph of Markdown without its marks. */
function plainText(markdown: string): string {
  return markdown.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replace(/[*\x60]/g, '');
}
