"""Mean, spread and correlation, each None where there is too little to tell. Plain textbook forms."""

from collections.abc import Sequence
from math import sqrt
from statistics import NormalDist, fmean


def variance(values: Sequence[float]) -> float | None:
    """Return the sample variance (n − 1); None below two values."""
    if len(values) < 2:
        return None
    mean = fmean(values)
    return sum([(value - mean) ** 2 for value in values]) / (len(values) - 1)


def covariance(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Return the sample covariance (n − 1) of two rows of equal length; None below two values."""
    if len(one) < 2:
        return None
    mean_one, mean_other = fmean(one), fmean(other)
    products = [(a - mean_one) * (b - mean_other) for a, b in zip(one, other, strict=True)]
    return sum(products) / (len(one) - 1)


def correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Return Pearson's r; None where one of the rows does not vary."""
    both = covariance(one, other)
    spread_one, spread_other = variance(one), variance(other)
    if both is None or not spread_one or not spread_other:
        return None
    return max(-1.0, min(1.0, both / sqrt(spread_one * spread_other)))


def standard_error_of_mean(values: Sequence[float]) -> float | None:
    """Return s/√n."""
    spread = variance(values)
    return None if spread is None else sqrt(spread / len(values))


def standard_error_of_correlation(r: float | None, n: int) -> float | None:
    """Return √((1 − r²)/(n − 2)); None below three values."""
    return None if r is None or n < 3 else sqrt((1 - r * r) / (n - 2))


def two_sided(z: float) -> float:
    """Return the probability of a normal deviate at least as far from 0."""
    return 2 * (1 - NormalDist().cdf(abs(z)))
