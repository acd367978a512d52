"""Textbook rules written down once more, from their definitions and one period at a time: series as JSON on stdin, and for
each the periods after the twelfth at which a rule alarms, upward only, its limits learnt from the first twelve.

Wheeler, Understanding Variation (XmR); Western Electric, Statistical Quality Control Handbook (1956); Nelson (1984), tests 1,
2, 3, 5 and 6; Montgomery, Introduction to Statistical Quality Control (CUSUM, EWMA with its limits at the steady state).
"""
import json
import math
import sys

LEARNT = 12


def standardised(figures):
    learnt = figures[:LEARNT]
    ranges = [abs(b - a) for a, b in zip(learnt, learnt[1:])]
    centre, sigma = sum(learnt) / len(learnt), sum(ranges) / len(ranges) / 1.128
    return [(figure - centre) / sigma for figure in figures]


def beyond(z, sigmas, enough, window):
    """The newest so many hold enough figures above so many sigmas."""
    return len(z) >= window and sum(figure > sigmas for figure in z[-window:]) >= enough


def cusum(z, limit):
    """The largest sum of what exceeds half a sigma over any stretch up to now, since the rule has watched."""
    excess = [figure - 0.5 for figure in z[LEARNT:]]
    return max(math.fsum(excess[i:]) for i in range(len(excess))) > limit


def ewma(z, weight, width):
    watched = z[LEARNT:]
    average = math.fsum(weight * (1 - weight) ** age * figure for age, figure in enumerate(reversed(watched)))
    return average > width * math.sqrt(weight / (2 - weight))


# Each rule sees the figures and their standardised distances up to the newest period.
RULES = {
    "10 % worse than last month": lambda y, z: y[-1] > 1.1 * y[-2],
    "5 % off target (the true level)": lambda y, z: y[-1] > 105,
    "XmR, rule 1": lambda y, z: beyond(z, 3, 1, 1),
    "XmR, three rules": lambda y, z: beyond(z, 3, 1, 1) or beyond(z, 0, 8, 8) or beyond(z, 1.5, 3, 4),
    "Western Electric": lambda y, z: beyond(z, 3, 1, 1) or beyond(z, 2, 2, 3) or beyond(z, 1, 4, 5) or beyond(z, 0, 8, 8),
    "Nelson 1 2 3 5 6": lambda y, z: beyond(z, 3, 1, 1)
    or beyond(z, 0, 9, 9)
    or all(b > a for a, b in zip(y[-6:], y[-5:]))
    or beyond(z, 2, 2, 3)
    or beyond(z, 1, 4, 5),
    "CUSUM k 1/2, h 5": lambda y, z: cusum(z, 5),
    "CUSUM k 1/2, h 4": lambda y, z: cusum(z, 4),
    "EWMA .2, L 2.7": lambda y, z: ewma(z, 0.2, 2.7),
}


def alarms(figures):
    z = standardised(figures)
    periods = range(LEARNT, len(figures))
    return {name: [t for t in periods if rule(figures[: t + 1], z[: t + 1])] for name, rule in RULES.items()}


json.dump([alarms(case["figures"]) for case in json.load(sys.stdin)], sys.stdout)
