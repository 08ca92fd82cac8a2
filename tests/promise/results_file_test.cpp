#include <tbb/global_control.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "sim/run/chunk_compression.h"
#include "tests/promise/example_results.h"

using namespace example;

namespace {

template <class T>
std::vector<T> counted(std::size_t count) {
  std::vector<T> values(count);
  for (std::size_t i = 0; i < count; ++i) values[i] = static_cast<T>(i % 251);
  return values;
}

}  // namespace

TEST_CASE("a results file comes back as it was written", "[promise]") {
  const Folder folder;
  write_example(folder / "r.h5");
  const LabelledReader file(folder / "r.h5");
  CHECK(file.dimensions() == Names{"scenario", "replicate", "week", "group"});
  CHECK(file.variables() ==
        Names{"belonging", "belonging_single", "count", "shown", "note", "experiment"});
  CHECK(file.labels("scenario") == scenarios);
  CHECK(file.labels("week").back() == "40");
  CHECK(file.dims("count") == Names{"scenario", "group"});
  CHECK(file.shape("belonging") == Shape{3, 32, 40, 2});
  const auto expected = example_values();
  const auto values = file.values("belonging");
  REQUIRE(values.size() == expected.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i != 5 && values[i] != expected[i]) FAIL("value " << i << " is " << values[i]);
  }
  CHECK(std::isnan(values[5]));
  CHECK(std::isnan(file.values("belonging_single")[5]));
  CHECK(file.values("belonging_single")[7] == 0.007F);
  CHECK(file.whole_numbers("count").back() == 1L << 60);
  CHECK(file.values("shown") == std::vector<double>{1, 0});
  CHECK(file.texts("note") == Names{"", "ünder", "x"});
  CHECK(file.texts("experiment") == Names{"[term]\nweeks = 40\n"});
  CHECK(file.attribute_string("", "title") == "An example");
  CHECK(file.attribute_number("", "seed") == 42);
  CHECK(file.attribute_number("", "share") == 0.25);
  CHECK(file.attribute_string("belonging", "long_name") == "mean belonging, 0 … 1");
  CHECK(file.attributes("belonging") == Names{"_FillValue", "units", "long_name"});
  CHECK(file.attributes("week") == Names{"units"});
  CHECK_FALSE(file.has_attribute("week", "long_name"));
}

TEST_CASE("the same results give the same bytes, on any number of threads", "[promise]") {
  const Folder folder;
  const std::string once = write_example(folder / "once.h5");
  CHECK(once.size() > 1000);
  CHECK((write_example(folder / "twice.h5") == once));
  const std::size_t threads = GENERATE(1U, 2U, 8U);
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  CHECK((write_example(folder / "threads.h5") == once));
}

TEST_CASE("arrays packed ahead of time give the same bytes, whatever their size", "[promise]") {
  const Folder folder;
  const std::size_t steps =
      GENERATE(std::size_t{1}, std::size_t{512}, std::size_t{513}, std::size_t{100'000});
  std::vector<float> values = counted<float>(2 * steps);
  values[1] = -std::numeric_limits<float>::quiet_NaN();
  const auto write = [&](const std::string& path, auto add) {
    LabelledFile file(path);
    file.dimension("step", std::span<const std::int32_t>(counted<std::int32_t>(steps)));
    file.dimension("side", std::span<const std::string>(Names{"a", "b"}));
    add(file);
    file.close();
    return bytes_of(path);
  };
  const Names dims{"step", "side"};
  const sim::Attributes notes{{"units", std::string("1")}};
  const std::string at_once = write(folder / "at_once.h5", [&](LabelledFile& file) {
    file.variable("x", dims, std::span<const float>(values), notes);
  });
  const std::string ahead = write(folder / "ahead.h5", [&](LabelledFile& file) {
    file.variable("x", dims, sim::pack_array(values, file.shape(dims)), notes);
  });
  CHECK((at_once == ahead));
}

TEST_CASE("a missing value is the same bytes whatever made it", "[promise]") {
  const Folder folder;
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto negative = example_values(std::copysign(nan, -1.0));
  CHECK((write_example(folder / "a.h5") == write_example(folder / "b.h5", negative)));
}

TEST_CASE("chunks: worked by hand", "[formula]") {
  // 256 KiB hold 65,536 values of 4 bytes.
  CHECK(sim::chunk_shape(Shape{100}, 4) == Shape{100});
  CHECK(sim::chunk_shape(Shape{65537}, 4) == Shape{32769});  // two pieces
  // A scenario is 32 * 36 * 14 = 16,128 values: four fit, so five go in pieces of three.
  CHECK(sim::chunk_shape(Shape{5, 32, 36, 14}, 4) == Shape{3, 32, 36, 14});
  CHECK(sim::chunk_shape(Shape{5, 32, 36, 14}, 8) == Shape{2, 32, 36, 14});
  CHECK(sim::chunk_shape(Shape{7, 3, 100000}, 4) == Shape{1, 1, 50000});
}

TEMPLATE_TEST_CASE("packed values are what HDF5 unpacks, in every kind and shape", "[promise]",
                   float, double, std::int32_t, std::int64_t, std::uint8_t, std::uint16_t) {
  const Folder folder;
  const Shape shape = GENERATE(Shape{5000}, Shape{600001}, Shape{3, 70001}, Shape{2, 3, 1, 40000},
                               Shape{300, 5, 1000}, Shape{1, 2, 2, 150000});
  const Names all_dims{"a", "b", "c", "d"};
  const Names dims(all_dims.begin(), all_dims.begin() + static_cast<std::ptrdiff_t>(shape.size()));
  const auto count =
      std::accumulate(shape.begin(), shape.end(), std::size_t{1}, std::multiplies<std::size_t>());
  const auto values = counted<TestType>(count);
  LabelledFile file(folder / "r.h5");
  for (std::size_t d = 0; d < shape.size(); ++d) {
    file.dimension(dims[d], std::vector<std::int32_t>(shape[d], 7));
  }
  file.variable("x", dims, values);
  file.close();
  CHECK((LabelledReader(folder / "r.h5").values("x") ==
         std::vector<double>(values.begin(), values.end())));
}

TEST_CASE("a results file may hold nothing, a dimension without labels, and a long text",
          "[promise]") {
  const Folder folder;
  LabelledFile(folder / "nothing.h5").close();
  CHECK(LabelledReader(folder / "nothing.h5").variables().empty());

  const std::string text(300'000, 'x');
  LabelledFile file(folder / "r.h5");
  file.attribute("text", text);
  file.attribute("none", "");
  file.dimension("group", Names{});
  file.variable("mean", {"group"}, std::vector<float>{});
  file.close();
  const LabelledReader reader(folder / "r.h5");
  CHECK((reader.attribute_string("", "text") == text));
  CHECK(reader.attribute_string("", "none").empty());
  CHECK(reader.labels("group").empty());
  CHECK(reader.values("mean").empty());
  CHECK(reader.shape("mean") == Shape{0});
}

TEST_CASE("netCDF tools and xarray read a results file", "[promise]") {
  const Folder folder;
  write_example(folder / "r.h5");
  const std::string python = "/usr/bin/python3";
  const std::string have = python + " -c 'import xarray, netCDF4, h5netcdf' 2> /dev/null";
  if (std::system(have.c_str()) != 0) {
    WARN("not checked: " << python << " has no xarray, netCDF4 and h5netcdf");
    return;
  }
  const std::string check = BELONG_SOURCE_DIR "/tests/promise/check_netcdf.py";
  CHECK(std::system((python + " '" + check + "' '" + (folder / "r.h5") + "'").c_str()) == 0);
}
