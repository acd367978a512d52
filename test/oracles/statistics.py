"""What numpy and scipy make of the figures that the tests draw: JSON questions on stdin, JSON answers on stdout."""
import json
import sys
from datetime import date, timedelta

import numpy as np
from scipy import integrate, special, stats

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


def agreement(responses, scale_points):
    return max(0, 1 - np.var(responses, ddof=1) / ((scale_points**2 - 1) / 12))


def momentum(values):
    """Higher is better; no gaps."""
    now, before = np.array(values[-3:]), np.array(values[-15:-3])
    sigma = np.mean(np.abs(np.diff(before))) / 1.128
    return (now.mean() - before.mean()) / (sigma * np.sqrt(1 / 3 + 1 / len(before)))


def synergy(before, after):
    before, after = np.array(before), np.array(after)
    change = np.prod(after) - np.prod(before)
    alone = sum(np.prod(np.where(np.arange(len(before)) == i, after, before)) - np.prod(before) for i in range(len(before)))
    return {"change": change, "interaction": change - alone}


def chance_of_less(moved, weights):
    """P(sum of w |z| < moved) by inverting the characteristic function, which for |z| is Faddeeva's."""
    t = np.linspace(0, 1000, 100_001)[1:]
    together = np.prod([special.wofz(w * t / np.sqrt(2)) for w in weights], axis=0)
    integrand = np.concatenate([[moved], together.real * np.sin(t * moved) / t])
    return 2 / np.pi * integrate.simpson(integrand, dx=t[0])


def theil_sen(values):
    """None is a gap, which counts as time."""
    y = np.array(values, float)
    x = np.arange(len(y))[~np.isnan(y)]
    slope, intercept, *_ = stats.theilslopes(y[~np.isnan(y)], x, method="joint")
    return {"slope": slope, "level": intercept + slope * (len(y) - 1)}


def periods_to_target(values, target):
    line = theil_sen(values)
    return (target - line["level"]) / line["slope"]


def mann_kendall(values):
    """Exact up to thirty figures without ties; scipy's asymptotic test has the variance with ties, but no continuity."""
    count = len(values)
    s = int(np.sign(np.subtract.outer(values, values))[np.tril_indices(count, -1)].sum())
    if abs(s) <= (0 if count <= 30 else 1):
        return {"s": s, "chance": 1}
    if count <= 30:
        return {"s": s, "chance": stats.kendalltau(np.arange(count), values, method="exact").pvalue}
    plain = stats.kendalltau(np.arange(count), values, method="asymptotic").pvalue
    deviation = abs(s) / stats.norm.isf(plain / 2)
    return {"s": s, "chance": 2 * stats.norm.sf((abs(s) - 1) / deviation)}


def tails(value, top, below):
    return {
        "normal": stats.norm.sf(value),
        "t": stats.t.sf(value, below),
        "f": stats.f.sf(abs(value), top, below),
    }


def normal_scores(count):
    return stats.norm.ppf((np.arange(1, count + 1) - 3 / 8) / (count + 1 / 4)).tolist()


def likelihood_ratio(cosine, length, degrees):
    """Noncentral over central t, at the t figure whose cosine with the change is given."""
    t = cosine * np.sqrt((degrees - 1) / (1 - cosine**2))
    return stats.nct.pdf(t, degrees - 1, length) / stats.t.pdf(t, degrees - 1)


def whitened(values, rho, step):
    """Generalised least squares with the whole correlation matrix: of figures, a level, and a step and a slope without it."""
    y, place = np.array(values), np.arange(len(values))
    correlation = rho ** np.abs(np.subtract.outer(place, place))
    product = lambda a, b: a @ np.linalg.solve(correlation, b)
    level = np.ones(len(y))
    forms = [(place >= step).astype(float), np.maximum(0, place - step + 1).astype(float)]
    change, slope = (form - level * product(level, form) / product(level, level) for form in forms)
    return {
        "square": product(y, y),
        "onLevel": product(level, y),
        "levelSquared": product(level, level),
        "onChange": product(change, y),
        "changeSquared": product(change, change),
        "onSlope": product(slope, y),
        "slopeSquared": product(slope, slope),
    }


def unexplained(values, rho, degree):
    """What generalised least squares leave of a polynomial, in units of the innovations' variance."""
    place = np.arange(len(values))
    root = np.linalg.cholesky(rho ** np.abs(np.subtract.outer(place, place)))
    columns = np.linalg.solve(root, np.vander(place / len(place), degree + 1))
    y = np.linalg.solve(root, np.array(values))
    left = y - columns @ np.linalg.lstsq(columns, y, rcond=None)[0]
    return (1 - rho**2) * (left @ left)


QUESTIONS = {
    f.__name__: f
    for f in (
        *(process_limits, durations, working_days, alignment_score, agreement, momentum, synergy, chance_of_less),
        *(theil_sen, periods_to_target, mann_kendall, tails),
        *(normal_scores, likelihood_ratio, whitened, unexplained),
    )
}

answers = [QUESTIONS[q.pop("question")](**q) for q in json.load(sys.stdin)]
json.dump(answers, sys.stdout, default=float)
