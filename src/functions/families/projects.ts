import { costPerformanceIndex, schedulePerformanceIndex } from '../../kpi/projects';
import type { CellFunction, Parameter } from '../definition';

const earnedValue: Parameter = {
  name: 'earned_value',
  type: 'number',
  description: 'budget of the work done so far',
  from: 0,
};

const SOURCE = 'PMI, Practice Standard for Earned Value Management, 2nd ed.';

/** Do projects come out as planned? */
export const projects: CellFunction[] = [
  {
    name: 'COST_PERFORMANCE_INDEX',
    family: 'projects',
    summary: 'Work done for each unit of money spent on a project; below 1 it costs more than planned.',
    question: 'Is my project costing what it should for the work done?',
    shape: 'element-wise',
    parameters: [earnedValue, { name: 'actual_cost', type: 'number', description: 'what it has cost so far', from: 0 }],
    result: { type: 'number', unit: 'ratio', format: '0.00' },
    examples: [
      {
        title: 'A bakery’s new shop: work budgeted at 18,000 is done and has cost 20,000.',
        arguments: [18000, 20000],
        result: 0.9,
        origin: 'by hand: 18000 / 20000',
      },
      {
        title: 'Three projects of a software subscription; the third has not begun.',
        arguments: [
          [[30000], [12000], [0]],
          [[24000], [16000], [0]],
        ],
        result: [[1.25], [0.75], ['']],
        origin: 'by hand: 30000 / 24000, 12000 / 16000; nothing was spent yet',
      },
    ],
    source: SOURCE,
    plain: '=IF(OR(earned_value="",actual_cost="",actual_cost=0),"",earned_value/actual_cost)',
    synonyms: ['CPI', 'earned value', 'EVM', 'cost efficiency', 'project over budget'],
    mistakes: ['Earned value is the budget of what is done, not what has been invoiced.'],
    bounds: { from: 0 },
    scaling: [{ parameters: ['earned_value', 'actual_cost'], power: 0 }],
    calculate: costPerformanceIndex,
  },
  {
    name: 'SCHEDULE_PERFORMANCE_INDEX',
    family: 'projects',
    summary: 'Work done divided by work planned so far; below 1 the project is behind.',
    question: 'Is my project on time?',
    shape: 'element-wise',
    parameters: [
      earnedValue,
      {
        name: 'planned_value',
        type: 'number',
        description: 'budget of the work that should be done by now',
        from: 0,
      },
    ],
    result: { type: 'number', unit: 'ratio', format: '0.00' },
    examples: [
      {
        title: 'A bakery’s new shop: work of 18,000 is done, work of 24,000 should be.',
        arguments: [18000, 24000],
        result: 0.75,
        origin: 'by hand: 18000 / 24000',
      },
      {
        title: 'Two projects of a software subscription.',
        arguments: [
          [[30000], [12000]],
          [[30000], [10000]],
        ],
        result: [[1], [1.2]],
        origin: 'by hand: 30000 / 30000, 12000 / 10000',
      },
    ],
    source: SOURCE,
    plain: '=IF(OR(earned_value="",planned_value="",planned_value=0),"",earned_value/planned_value)',
    synonyms: ['SPI', 'earned value', 'EVM', 'behind schedule', 'project progress', 'on schedule'],
    mistakes: ['At the end of every project it is 1, even a late one: read it while the work is under way.'],
    bounds: { from: 0 },
    scaling: [{ parameters: ['earned_value', 'planned_value'], power: 0 }],
    calculate: schedulePerformanceIndex,
  },
];
