"""Open students and surveys as a researcher would.

Usage: /usr/bin/python3 check_students.py FILE, a file of the experiment in watching.h. Exit status 1
and a traceback when something is wrong.
"""

import sys

import h5py
import numpy as np
import xarray as xr

PATH = sys.argv[1]


def check_dataset(data):
    belonging = data["student_belonging"]
    assert belonging.dims == ("scenario", "student_replicate", "student_day", "student")
    assert belonging.shape == (2, 2, 2, 185), belonging.shape
    assert belonging.dtype == np.float32

    # By label; the mean over students is the outcome of that week.
    mean = belonging.sel(scenario="barr", student_replicate=2, student_day=164).mean("student")
    week = data["belonging"].sel(scenario="barr", replicate=2, week=33, group="all")
    np.testing.assert_allclose(mean, week, atol=1e-4)

    # Groups by their place in the dimension `group`.
    name = next(name for name in data if name.startswith("student_group_"))
    labels = data["group_label"].isel(group=data[name])
    assert labels.dims == ("student",)
    key = data[name].attrs["identity"]
    assert set(data["group_dimension"].isel(group=data[name]).values) == {key}

    # A table with a row for each student and scenario.
    table = data[["student_belonging", "student_gpa", "student_reached"]].sel(
        student_replicate=1, student_day=164
    ).to_dataframe()
    assert len(table) == 2 * 185, len(table)
    assert (table.loc["baseline", "student_reached"] == 0).all()
    assert (table.loc["barr", "student_reached"] > 0).all()

    # The same students answered as the survey says.
    score = data["student_survey_belonging"].sel(scenario="baseline", student_day=19)
    survey = data["survey_belonging_score"].sel(scenario="baseline", survey_day=19, group="all")
    np.testing.assert_allclose(score.mean("student"), survey.isel(replicate=slice(2)), rtol=1e-5)
    assert data["student_class_mark"].sel(class_period=6).dims == belonging.dims


def check_storage():
    with h5py.File(PATH) as file:
        for name in ("student_belonging", "student_class_mark", "student_section"):
            stored = file[name]
            assert stored.compression == "gzip" and stored.shuffle and stored.chunks, name


for engine in ("netcdf4", "h5netcdf"):
    with xr.open_dataset(PATH, engine=engine) as opened:
        check_dataset(opened)
check_storage()
