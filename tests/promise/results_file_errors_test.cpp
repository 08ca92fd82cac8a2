#include <hdf5.h>
#include <signal.h>
#include <sys/resource.h>

#include <catch2/catch.hpp>

#include "sim/run/sealed_file.h"
#include "tests/promise/example_results.h"

using namespace example;
using Catch::Matchers::Contains;

TEST_CASE("a results file appears when it is complete, and not before", "[promise]") {
  const Folder folder;
  {
    LabelledFile file(folder / "r.h5");
    fill_example(file, example_values());
    CHECK_FALSE(fs::exists(folder / "r.h5"));
  }
  CHECK(folder.empty());
  write_bytes(folder / "r.h5", "older");
  { LabelledFile file(folder / "r.h5"); }
  CHECK(bytes_of(folder / "r.h5") == "older");
  write_bytes(folder / "r.h5.partial", std::string(1'000'000, 'x'));  // left by a killed run
  write_example(folder / "r.h5");
  CHECK(reason_not_read(folder / "r.h5") == "read");
  CHECK_FALSE(fs::exists(folder / "r.h5.partial"));
}

TEST_CASE("a full disk is an error and leaves nothing behind", "[promise]") {
  const Folder folder;
  LabelledFile file(folder / "r.h5");
  fill_example(file, example_values());
  // A limit on the size of files fails in the same call as a full disk.
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const rlimit small{10'000, before.rlim_max};
  const auto handler = signal(SIGXFSZ, SIG_IGN);
  setrlimit(RLIMIT_FSIZE, &small);
  std::string reason;
  try {
    file.close();
  } catch (const sim::RunError& error) {
    reason = error.what();
  }
  setrlimit(RLIMIT_FSIZE, &before);
  signal(SIGXFSZ, handler);
  CHECK(reason == "cannot write " + (folder / "r.h5") + ": File too large");
  CHECK(folder.empty());
}

TEST_CASE("a place that cannot be written is refused before the run, in plain words", "[promise]") {
  const Folder folder;
  CHECK(reason_not_written(folder / "no/r.h5") == "cannot write " + (folder / "no/r.h5") +
                                                      ": the folder " + (folder / "no") +
                                                      " does not exist");
  CHECK(reason_not_written(folder / "") ==
        "cannot write " + (folder / "") + ": it is there and is not a plain file");
  CHECK_THAT(reason_not_written("/dev/null"), Contains("is not a plain file"));
  write_bytes(folder / "file", "");
  CHECK_THAT(reason_not_written(folder / "file/r.h5"), Contains("Not a directory"));
  CHECK_THAT(reason_not_written("/proc/r.h5"), Contains("cannot write /proc/r.h5: "));
  CHECK_THAT(reason_not_written(folder / std::string(300, 'x')), Contains("File name too long"));
}

TEST_CASE("two runs do not write the same results file", "[promise]") {
  const Folder folder;
  LabelledFile first(folder / "r.h5");
  CHECK_THAT(reason_not_written(folder / "r.h5"), Contains("another process is writing it"));
  fill_example(first, example_values());
  first.close();
  CHECK(reason_not_read(folder / "r.h5") == "read");
}

TEST_CASE("several results files may be open at once", "[promise]") {
  const Folder folder;
  LabelledFile a(folder / "a.h5"), b(folder / "b.h5");
  a.attribute("name", "a");
  b.attribute("name", "b");
  a.close();
  b.close();
  const LabelledReader read_a(folder / "a.h5"), read_b(folder / "b.h5");
  CHECK(read_a.attribute_string("", "name") == "a");
  CHECK(read_b.attribute_string("", "name") == "b");
}

TEST_CASE("a damaged or foreign file is refused", "[promise]") {
  const Folder folder;
  const std::string path = folder / "r.h5";
  CHECK(reason_not_read(path) == "cannot read " + path + ": No such file or directory");
  CHECK_THAT(reason_not_read(folder / ""), Contains("it is not a plain file"));
  write_example(folder / "good.h5");
  const std::string good = bytes_of(folder / "good.h5");
  for (std::size_t length = 0; length < good.size(); length += 997) {
    write_bytes(path, good.substr(0, length));
    CHECK_THAT(reason_not_read(path), Contains("cut short or damaged"));
  }
  for (std::size_t at = 0; at < good.size(); at += 463) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 4);
    write_bytes(path, bad);
    CHECK_THAT(reason_not_read(path), Contains("cut short or damaged"));
  }
}

TEST_CASE("a whole file with the wrong things in it is refused", "[promise]") {
  const Folder folder;
  const auto sealed = [&](const std::string& bytes) {
    sim::SealedFile file(folder / "sealed.h5");
    file.write(std::as_bytes(std::span(bytes)));
    file.finish();
    return reason_not_read(folder / "sealed.h5");
  };
  CHECK_THAT(sealed("name = \"warm welcome\"\n"), Contains("HDF5 says"));

  const std::string plain = folder / "plain.h5";
  const auto foreign = [&](auto fill) {
    const hid_t creation = H5Pcreate(H5P_FILE_CREATE);
    H5Pset_link_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
    const hid_t file = H5Fcreate(plain.c_str(), H5F_ACC_TRUNC, creation, H5P_DEFAULT);
    fill(file);
    H5Fclose(file);
    H5Pclose(creation);
    return sealed(bytes_of(plain));
  };
  const auto dataset = [](hid_t file, hid_t type, std::vector<hsize_t> shape) {
    const hid_t space = H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr);
    const hid_t creation = H5Pcreate(H5P_DATASET_CREATE);
    const std::vector<hsize_t> chunk(shape.size(), 1000);
    H5Pset_chunk(creation, static_cast<int>(shape.size()), chunk.data());
    const hid_t made = H5Dcreate2(file, "x", type, space, H5P_DEFAULT, creation, H5P_DEFAULT);
    H5Dclose(made);
    H5Pclose(creation);
    H5Sclose(space);
  };
  CHECK(foreign([](hid_t) {}) == "read");
  CHECK_THAT(foreign([](hid_t f) { H5Lcreate_soft("/a", f, "x", H5P_DEFAULT, H5P_DEFAULT); }),
             Contains("stored elsewhere"));
  CHECK_THAT(foreign([](hid_t f) {
               H5Lcreate_external("/etc/passwd", "/", f, "x", H5P_DEFAULT, H5P_DEFAULT);
             }),
             Contains("stored elsewhere"));
  CHECK_THAT(
      foreign([](hid_t f) { H5Gclose(H5Gcreate2(f, "x", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT)); }),
      Contains("cannot read"));
  CHECK_THAT(foreign([&](hid_t f) { dataset(f, H5T_IEEE_F64LE, {4000}); }), Contains("cannot"));
  CHECK_THAT(foreign([&](hid_t f) { dataset(f, H5T_IEEE_F64BE, {4000}); }),
             Contains("unknown type"));
  CHECK_THAT(foreign([&](hid_t f) {
               dataset(f, H5T_IEEE_F64LE, {1UL << 33, 1UL << 33});
             }),
             Contains("too large"));
}

TEST_CASE("asking a results file for what it has not is an error", "[promise]") {
  const Folder folder;
  write_example(folder / "r.h5");
  const LabelledReader file(folder / "r.h5");
  CHECK_THROWS_WITH(file.values("belief"), Contains("there is no 'belief' in it"));
  CHECK_THROWS_WITH(file.values("note"), Contains("'note' is text"));
  CHECK_THROWS_WITH(file.texts("belonging"), Contains("'belonging' is not text"));
  CHECK_THROWS_WITH(file.whole_numbers("belonging"), Contains("is not of whole numbers"));
  CHECK_THROWS_WITH(file.labels("belonging"), Contains("'belonging' is not a dimension"));
  CHECK_THROWS_AS(file.attribute_number("", "title"), sim::RunError);
  CHECK_THROWS_AS(file.attribute_string("", "seed"), sim::RunError);
  CHECK_THROWS_AS(file.attribute_string("week", "no"), sim::RunError);
  CHECK_THROWS_AS(file.attributes("no"), sim::RunError);
}

TEST_CASE("a wrong call to a results file is noticed", "[promise]") {
  const Folder folder;
  LabelledFile file(folder / "r.h5");
  file.dimension("group", groups);
  const std::vector<float> two{1, 2}, three{1, 2, 3};
  CHECK_THROWS_AS(file.variable("x", {"week"}, two), std::logic_error);
  CHECK_THROWS_AS(file.variable("x", {"group"}, three), std::logic_error);
  CHECK_THROWS_AS(file.variable("group", {"group"}, two), std::logic_error);
  CHECK_THROWS_AS(file.variable("a/b", {"group"}, two), std::logic_error);
  CHECK_THROWS_AS(file.attribute("_FillValue", 1.0), std::logic_error);
  CHECK_THROWS_AS(file.attribute("text", std::string("a\0b", 3)), sim::RunError);
  CHECK_THROWS_AS(file.dimension("zero", Names{std::string("a\0b", 3)}), sim::RunError);
  file.close();
  CHECK_THROWS_AS(file.close(), std::logic_error);
  CHECK_THROWS_AS(file.variable("x", {"group"}, two), std::logic_error);
}
