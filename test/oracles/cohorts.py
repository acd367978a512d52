"""Cohorts and repeat buyers of CDNOW's sample, counted from the file itself: JSON questions on stdin, answers on stdout."""
import json
import sys
from collections import defaultdict
from datetime import date, timedelta

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def purchases(ledger):
    """Customer and day of every line: id in the whole set, id in the sample, yyyymmdd, discs, dollars."""
    with open(ledger) as lines:
        for _, customer, day, *_ in map(str.split, lines):
            yield customer, date(int(day[:4]), int(day[4:6]), int(day[6:]))


def period(day, by):
    """A running number and a name."""
    if by == "month":
        return day.year * 12 + day.month - 1, f"{MONTHS[day.month - 1]} {day.year}"
    if by == "quarter":
        quarter = (day.month - 1) // 3
        return day.year * 4 + quarter, f"Q{quarter + 1} {day.year}"
    monday = day - timedelta(day.weekday())
    return monday.toordinal() // 7, f"week of {monday.day} {MONTHS[monday.month - 1]} {monday.year}"


def retention(ledger, by):
    """Name and size of each cohort, and the shares of it that bought in its first period and in those after it."""
    names, visits = {}, defaultdict(set)
    for customer, day in purchases(ledger):
        number, names[number] = period(day, by)
        visits[customer].add(number)
    last = max(names)
    members = defaultdict(list)
    for numbers in visits.values():
        members[min(numbers)].append(numbers)
    return [
        [names[first], len(own), *(sum(p in numbers for numbers in own) / len(own) for p in range(first, last + 1))]
        for first, own in sorted(members.items())
    ]


def repeat_purchase_rate(ledger, lines_of_a_day_are_one):
    bought = defaultdict(list)
    for customer, day in purchases(ledger):
        bought[customer].append(day)
    count = (lambda days: len(set(days))) if lines_of_a_day_are_one else len
    return sum(count(days) > 1 for days in bought.values()) / len(bought)


QUESTIONS = {f.__name__: f for f in (retention, repeat_purchase_rate)}

json.dump([QUESTIONS[q.pop("question")](**q) for q in json.load(sys.stdin)], sys.stdout)
