"""What numpy and scipy make of the figures that the tests draw: JSON questions on stdin, JSON answers on stdout."""
import json
import sys
from datetime import date, timedelta

import numpy as np
from scipy import stats

EPOCH = date(1899, 12, 30)


def process_limits(values):
    """XmR limits from the mean moving range; None is a gap."""
    y = np.array(values, float)
    spread = 2.66 * np.nanmean(np.abs(np.diff(y)))
    centre = np.nanmean(y)
    return {"centre": centre, "lower": centre - spread, "upper": centre + spread}


def durations(days):
    return {
        "median": np.median(days),
        "mean": np.mean(days),
        "p90": np.percentile(days, 90),
        "max": np.max(days),
    }


def working_days(start, end, holidays):
    """Whole workdays by numpy's calendar, less what was over of the first and with what has begun of the last."""
    day = lambda serial: np.datetime64(EPOCH + timedelta(int(serial)))
    free = [day(h) for h in holidays]
    is_open = lambda serial: np.is_busday(day(serial), holidays=free)
    whole = int(np.busday_count(day(start), day(end), holidays=free))
    return whole + (end % 1) * is_open(end) - (start % 1) * is_open(start)


def alignment_score(functions):
    """Weighted geometric mean of weighted arithmetic means."""
    scores = [max(1, 100 * np.average(f["attainments"], weights=f["weights"])) for f in functions]
    return stats.gmean(scores, weights=[f["weight"] for f in functions])


QUESTIONS = {f.__name__: f for f in (process_limits, durations, working_days, alignment_score)}

answers = [QUESTIONS[q.pop("question")](**q) for q in json.load(sys.stdin)]
json.dump(answers, sys.stdout, default=float)
