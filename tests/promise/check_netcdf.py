"""Open the example of results_file_test.cpp as a notebook or a netCDF tool would.

Usage: /usr/bin/python3 check_netcdf.py FILE. Exit status 1 and a traceback when something is wrong.
"""

import shutil
import subprocess
import sys

import h5py
import numpy as np
import xarray as xr

PATH = sys.argv[1]
DIMS = ("scenario", "replicate", "week", "group")


def check_dataset(data):
    belonging = data["belonging"]
    assert belonging.dims == DIMS, belonging.dims
    assert belonging.shape == (3, 32, 40, 2), belonging.shape
    assert belonging.dtype == np.float64, belonging.dtype
    assert data["belonging_single"].dtype == np.float32
    assert list(data["scenario"].values) == ["baseline", "warm welcome", "l’accueil à la porte"]
    assert list(data["group"].values) == ["all", "first generation"]
    assert list(data["week"].values) == list(range(1, 41))
    assert data["week"].dtype == np.int32
    assert belonging.attrs == {"units": "1", "long_name": "mean belonging, 0 … 1"}, belonging.attrs
    assert data["scenario"].attrs["long_name"] == "what was changed"
    assert data.attrs == {"title": "An example", "seed": 42, "share": 0.25}, data.attrs

    # By label, not by position.
    picked = belonging.sel(scenario="warm welcome", replicate=3, week=40, group="all").item()
    assert picked == 0.001 * np.ravel_multi_index((1, 3, 39, 0), belonging.shape), picked
    expected = 0.001 * np.arange(belonging.size)
    expected[5] = np.nan
    np.testing.assert_array_equal(belonging.values.ravel(), expected)

    assert data["count"].values.tolist() == [[1, 2], [3, 4], [5, 2**60]]
    assert data["shown"].dtype == np.uint8
    assert list(data["note"].values) == ["", "ünder", "x"]
    assert data["experiment"].item() == "[term]\nweeks = 40\n"
    assert list(data.data_vars)[:3] == ["belonging", "belonging_single", "count"]


def check_storage():
    with h5py.File(PATH) as file:
        belonging = file["belonging"]
        assert belonging.compression == "gzip" and belonging.shuffle, "not packed"
        assert belonging.chunks == (3, 32, 40, 2), belonging.chunks

        def has_no_time_and_no_compound(name, thing):
            info = h5py.h5g.get_objinfo(thing.id)
            assert info.mtime == 0, f"{name} has a time stamp"
            assert thing.dtype.fields is None, f"{name} is a compound"

        file.visititems(has_no_time_and_no_compound)


def check_ncdump():
    if shutil.which("ncdump") is None:
        return
    kind = subprocess.run(["ncdump", "-k", PATH], capture_output=True, text=True, check=True)
    assert kind.stdout.strip() == "netCDF-4", kind.stdout
    header = subprocess.run(["ncdump", "-h", PATH], capture_output=True, text=True, check=True)
    for line in (
        "double belonging(scenario, replicate, week, group) ;",
        "string scenario(scenario) ;",
        'belonging:units = "1" ;',
        "ubyte shown(group) ;",
        ':title = "An example" ;',
    ):
        assert line in header.stdout, f"{line!r} is not in\n{header.stdout}"
    assert "phony" not in header.stdout, header.stdout


for engine in (None, "netcdf4", "h5netcdf"):
    with xr.open_dataset(PATH, engine=engine) as opened:
        check_dataset(opened)
check_storage()
check_ncdump()
