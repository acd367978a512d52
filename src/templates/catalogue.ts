import agency from '../../templates/agency.json';
import alignmentPulse from '../../templates/alignment-pulse.json';
import bakery from '../../templates/bakery.json';
import balancedScorecard from '../../templates/balanced-scorecard.json';
import cash13Weeks from '../../templates/cash-13-weeks.json';
import customerService from '../../templates/customer-service.json';
import fourFunctions from '../../templates/four-functions.json';
import monthlyReview from '../../templates/monthly-review.json';
import multiSite from '../../templates/multi-site.json';
import projectBudgets from '../../templates/project-budgets.json';
import restaurant from '../../templates/restaurant.json';
import retail from '../../templates/retail.json';
import software from '../../templates/software.json';
import strategyOnAPage from '../../templates/strategy-on-a-page.json';
import subscription from '../../templates/subscription.json';
import workshop from '../../templates/workshop.json';
import { checkTemplate } from './schema/checkTemplate';
import type { Template } from './template';

/** Every template that can be installed, in the order in which they are shown: for any business first, then by trade. */
export const templates: Template[] = [
  fourFunctions,
  balancedScorecard,
  strategyOnAPage,
  monthlyReview,
  bakery,
  restaurant,
  retail,
  subscription,
  software,
  agency,
  workshop,
  projectBudgets,
  customerService,
  alignmentPulse,
  multiSite,
  cash13Weeks,
].map(checkTemplate);
