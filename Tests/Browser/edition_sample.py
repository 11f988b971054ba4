"""An index that nobody has measured: a framework of three parts and nine indicators, and numbers of 60 invented countries."""
import csv
import io
import itertools
import random

UNITS = 60
FRAMEWORK = """Level,iCode,iName,Parent,Direction,Weight,Type,Unit
3,JIX,Journey Index,,1,1,Aggregate,
2,A,Reach,JIX,1,1,Aggregate,
2,B,Skill,JIX,1,1,Aggregate,
2,C,Trust,JIX,1,1,Aggregate,
1,A1,Lines,A,1,1,Indicator,%
1,A2,Pace,A,1,1,Indicator,Mbit/s
1,A3,Price,A,-1,1,Indicator,% of income
1,B1,Teachers,B,1,1,Indicator,per thousand
1,B2,Lessons,B,1,1,Indicator,h
1,B3,Readers,B,1,1,Indicator,%
1,C1,Rules,C,1,1,Indicator,
1,C2,Patents,C,1,1,Indicator,per million
1,C3,Breaches,C,-1,1,Indicator,per million
"""
WHOLES = {"JIX": ["A", "B", "C"], "A": ["A1", "A2", "A3"], "B": ["B1", "B2", "B3"], "C": ["C1", "C2", "C3"]}
NAMES = {code: name for _, code, name, *_ in csv.reader(FRAMEWORK.splitlines()[1:])}
INDICATORS = [code for parts in list(WHOLES.values())[1:] for code in parts]
HEAD = ["uCode", "uName", "region", "income", *INDICATORS]
# Where a word stands instead of a number, and where a code stands for the second time: as spreadsheets name the cells.
WRONG_CELL, REPEATED_CELL = "F10", "A21"


class Sample:
    """Everything follows from the seed."""

    def __init__(self, seed):
        chance = random.Random(seed)
        parts = (("Al", "Bru", "Cor", "Del", "Fen"), ("va", "mo", "ti", "lu"), ("ria", "nor", "stan", "land"))
        names = ["".join(name) for name in itertools.product(*parts)]
        self.units = [f"K{number:02}" for number in range(1, UNITS + 1)]
        self.names = dict(zip(self.units, chance.sample(names, UNITS)))
        self.rows = [self.row(place, unit, chance) for place, unit in enumerate(self.units)]
        # Two patents offices count everything, and fourteen cells nobody knows.
        for place in (4, 30):
            self.rows[place][HEAD.index("C2")] = f"{9000 + 100 * place}.5"
        self.gaps = set()
        while len(self.gaps) < 14:
            self.gaps.add((chance.randrange(10, UNITS), chance.choice(["A2", "B1", "B3", "C1", "C3"])))
        for place, column in self.gaps:
            self.rows[place][HEAD.index(column)] = ""

    def row(self, place, unit, chance):
        level = chance.gauss(0, 1)
        income = "Low" if level < -0.5 else "High" if level > 0.5 else "Middle"
        numbers = [round(50 + sign * 12 * level + chance.gauss(0, 6), 2) for sign in (1, 1, -1, 1, 1, 1, 1, 0, -1)]
        numbers[7] = round(chance.lognormvariate(2, 0.4), 2)
        return [unit, self.names[unit], ["North", "South", "East", "West"][place % 4], income, *map(str, numbers)]

    def value(self, unit, indicator):
        return self.rows[self.units.index(unit)][HEAD.index(indicator)]

    def data(self):
        return written([HEAD, *self.rows])

    def wrong_data(self):
        """As a hurried colleague would send it: a word where a number belongs, and a country twice."""
        rows = [list(row) for row in self.rows]
        rows[8][HEAD.index("A2")] = "twelve"
        rows[19][0] = rows[18][0]
        return written([HEAD, *rows])


def written(rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def points(chance):
    """100 points over the parts of each whole, none without some."""
    answer = {}
    for whole, parts in WHOLES.items():
        cuts = sorted(chance.sample(range(5, 96, 5), len(parts) - 1))
        answer[whole] = dict(zip(parts, (high - low for low, high in zip([0, *cuts], [*cuts, 100]))))
    return answer


def nearer(own, mean):
    """What somebody says who has seen the statistics: half way to the mean, in whole points, and 100 of them."""
    answer = {}
    for whole, parts in WHOLES.items():
        values = [round((own[whole][part] + mean[part]) / 2) for part in parts]
        values[-1] += 100 - sum(values)
        answer[whole] = dict(zip(parts, values))
    return answer


def means(answers):
    """By part; the sums are of whole numbers, so that nothing is rounded before the division."""
    count = len(answers)
    return {part: sum(one[whole][part] for one in answers) / count for whole, parts in WHOLES.items() for part in parts}
