"""Mean, spread and correlation, each None where there is too little to tell. Plain textbook forms.

Reckoned from sums, which are made once and added up: what holds in one language, in all others and in all of them are
sums of the same sums.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from operator import mul
from statistics import NormalDist
from typing import Self

#: Values lie between 0 and a few hundred; a variance below this is the dust of rounding.
_DUST = 1e-12


@dataclass(frozen=True)
class Sums:
    """How many pairs (x, y) there are, and the sums of x, y, x², y² and xy."""

    n: int = 0
    x: float = 0.0
    y: float = 0.0
    xx: float = 0.0
    yy: float = 0.0
    xy: float = 0.0

    @classmethod
    def of(cls, xs: Sequence[float], ys: Sequence[float]) -> Self:
        """Return the sums over two rows of equal length."""
        return cls(len(xs), sum(xs), sum(ys), sum(map(mul, xs, xs)), sum(map(mul, ys, ys)), sum(map(mul, xs, ys)))

    def __add__(self, other: "Sums") -> "Sums":
        """Return the sums over both."""
        return Sums(
            self.n + other.n,
            self.x + other.x,
            self.y + other.y,
            self.xx + other.xx,
            self.yy + other.yy,
            self.xy + other.xy,
        )

    @property
    def mean_x(self) -> float:
        """Return the mean of x."""
        return self.x / self.n

    @property
    def mean_y(self) -> float:
        """Return the mean of y."""
        return self.y / self.n

    @property
    def var_x(self) -> float | None:
        """Return the sample variance (n − 1) of x; None below two values."""
        return _spread(self.xx, self.x, self.x, self.n)

    @property
    def var_y(self) -> float | None:
        """Return the sample variance (n − 1) of y; None below two values."""
        return _spread(self.yy, self.y, self.y, self.n)

    @property
    def cov(self) -> float | None:
        """Return the sample covariance (n − 1); None below two values."""
        return _spread(self.xy, self.x, self.y, self.n)

    @property
    def r(self) -> float | None:
        """Return Pearson's r; None where one of the rows does not vary."""
        both, spread_x, spread_y = self.cov, self.var_x, self.var_y
        if both is None or not spread_x or not spread_y:
            return None
        return max(-1.0, min(1.0, both / sqrt(spread_x * spread_y)))

    @property
    def error_x(self) -> float | None:
        """Return the standard error of the mean of x, s/√n."""
        spread = self.var_x
        return None if spread is None else sqrt(spread / self.n)

    @property
    def error_r(self) -> float | None:
        """Return the standard error of r, √((1 − r²)/(n − 2)); None below three values."""
        r = self.r
        return None if r is None or self.n < 3 else sqrt((1 - r * r) / (self.n - 2))


def _spread(products: float, one: float, other: float, n: int) -> float | None:
    if n < 2:
        return None
    found = (products - one * other / n) / (n - 1)
    return 0.0 if abs(found) < _DUST else found


def variance(values: Sequence[float]) -> float | None:
    """Return the sample variance (n − 1); None below two values."""
    return Sums.of(values, values).var_x


def two_sided(z: float) -> float:
    """Return the probability of a normal deviate at least as far from 0."""
    return 2 * (1 - NormalDist().cdf(abs(z)))
