"""Results of Belong in Python: tables and pictures by the rules of `belong summary` and the report.

    import belong_results as belong

    results = belong.open_results("results/ninth_grade.h5")   # an xarray.Dataset
    effects = belong.effects(results)                         # a pandas.DataFrame
    print(belong.in_words(effects))                           # as the terminal prints it
    belong.curves(results, "belonging").figure.savefig("belonging.png")

Needs Python 3.11, xarray, pandas, scipy and matplotlib, and netCDF4 or h5netcdf to open the file.
What a function refuses, it says in a sentence: an Unfit error.
"""

from .cells import hidden_groups, small_cells, small_cells_note
from .differences import paired_differences, year_figures
from .effects import effects, in_words, interval_note, tick_effects
from .forest import forest
from .groups import by_group
from .lines import curves
from .open_file import Unfit, open_results, open_trials
from .tables import design, surveys
from .trials import trial_figures, trial_power

__all__ = [
    "Unfit",
    "by_group",
    "curves",
    "design",
    "effects",
    "forest",
    "hidden_groups",
    "in_words",
    "interval_note",
    "open_results",
    "open_trials",
    "paired_differences",
    "small_cells",
    "small_cells_note",
    "surveys",
    "tick_effects",
    "trial_figures",
    "trial_power",
    "year_figures",
]
