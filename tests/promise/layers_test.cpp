// The tree keeps its layers: includes point one way, files stay short, the kernel and the models
// lean on nothing that the browser build lacks or that could make results differ.

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/promise/source_text.h"

namespace {

namespace fs = std::filesystem;
using source_text::code_of, source_text::in_name, source_text::included_by, source_text::tokens;

const fs::path root = BELONG_SOURCE_DIR;

struct Layer {
  std::string folder;
  std::set<std::string> may_include;
};

// models, sim/run and analysis meet only in cli; web stands on the models alone.
const std::vector<Layer> layers = {
    {"sim/kernel", {"sim/kernel"}},
    {"models", {"models", "sim/kernel"}},
    {"sim/run", {"sim/run", "sim/kernel"}},
    {"analysis", {"analysis", "sim/run", "sim/kernel"}},
    {"cli", {"cli", "analysis", "sim/run", "models", "sim/kernel"}},
    {"web", {"web", "models", "sim/kernel"}},
};

// The last two are made by ./run and ./test, and git ignores them.
const std::string top_level =
    " CMakeLists.txt sim models configs analysis tests README.md run test CMakePresets.json cli "
    "web docs LICENSE CITATION.cff CONTRIBUTING.md CHANGELOG.md .gitignore .clang-format "
    ".clang-tidy .ci .git build results ";

constexpr std::ptrdiff_t longest_file = 300;  // lines

/// The folder that decides what `path` (from the top of the tree) may include.
std::string layer_of(const fs::path& path) {
  auto part = path.begin();
  const std::string first = part->string();
  if (first != "sim" || ++part == path.end()) return first;
  return first + "/" + part->string();
}

bool is_freestanding(const std::string& layer) {
  return layer == "sim/kernel" || layer == "models";
}

/// What is wrong with one include of a file, or nothing.
std::string include_fault(const fs::path& file, const Layer& layer, const std::string& include) {
  const bool quoted = include.front() == '"';
  const std::string target = include.substr(1);
  static const std::set<std::string> tops = {"sim", "models", "analysis", "cli", "web", "tests"};
  const bool from_top = tops.count(fs::path(target).begin()->string()) != 0;
  if (quoted || from_top) {
    const fs::path included = from_top ? fs::path(target) : file.parent_path() / target;
    const std::string reached = layer_of(included.lexically_normal());
    return layer.may_include.count(reached) ? "" : layer.folder + " may not include " + reached;
  }
  if (!is_freestanding(layer.folder)) return "";
  // Besides: the vector instructions, and xxhash, which is one freestanding header.
  static const std::set<std::string> intrinsics = {"immintrin.h", "wasm_simd128.h", "arm_neon.h",
                                                   "xxhash.h"};
  static const std::set<std::string> unwanted = {
      // printing
      "iostream", "ostream", "istream", "fstream", "sstream", "iomanip", "cstdio",
      // random numbers and orders that differ between libraries
      "random", "unordered_map", "unordered_set",
      // exceptions, threads, the machine
      "exception", "stdexcept", "system_error", "thread", "mutex", "shared_mutex", "future",
      "condition_variable", "execution", "filesystem", "regex", "locale"};
  const bool standard = target.find_first_of("./") == std::string::npos;
  if (intrinsics.count(target) || (standard && !unwanted.count(target))) return "";
  return layer.folder + " may not include <" + target + ">";
}

/// True for a C library function whose last bits differ between libraries: exp, expf, expl.
bool is_transcendental(const std::string& name) {
  static const std::set<std::string> names = {
      "exp",   "sincos", "exp2", "expm1", "log",  "log2",  "log10",  "log1p", "pow",  "sin",
      "cos",   "tan",    "asin", "acos",  "atan", "atan2", "sinh",   "cosh",  "tanh", "asinh",
      "acosh", "atanh",  "cbrt", "hypot", "erf",  "erfc",  "tgamma", "lgamma"};
  if (names.count(name)) return true;
  const char last = name.empty() ? ' ' : name.back();
  return (last == 'f' || last == 'l') && names.count(name.substr(0, name.size() - 1));
}

/// What is wrong with one line of the code of the kernel or the models, or nothing.
std::string code_fault(const std::string& line) {
  static const std::set<std::string> exceptions = {"throw", "try", "catch"};
  static const std::set<std::string> unwanted = {"unordered_map", "unordered_set", "mt19937",
                                                 "mt19937_64",    "random_device", "thread"};
  std::string before, owner;  // the token before this one, and the one before that
  for (const std::string& name : tokens(line)) {
    const bool global = !in_name(owner.empty() ? ' ' : owner.back()) && owner != ">";
    const bool std_or_global = before == "::" && (global || owner == "std" || owner == "return");
    if (exceptions.count(name)) return "exceptions are not for the kernel and the models";
    if (before == "::" && owner == "std" && unwanted.count(name)) {
      return "std::" + name + " is not for the kernel and the models";
    }
    const bool builtin = name.rfind("__builtin_", 0) == 0 && is_transcendental(name.substr(10));
    const bool float_call = name.size() > 3 && name.back() == 'f' && before != "::";
    if (builtin || ((std_or_global || float_call) && is_transcendental(name))) {
      return name + " differs between C libraries: use sim/kernel/transcendental.h";
    }
    owner = before;
    before = name;
  }
  return "";
}

/// Everything wrong with one file, as "path:line: what", one to a line. `file` is from the top of
/// the tree.
std::string faults(const fs::path& file, const std::string& text) {
  std::ostringstream all;
  const std::string layer_name = layer_of(file);
  const auto layer = std::find_if(layers.begin(), layers.end(),
                                  [&](const Layer& l) { return l.folder == layer_name; });
  if (layer == layers.end()) return file.string() + ":1: belongs to no layer\n";
  if (std::count(text.begin(), text.end(), '\n') > longest_file) {
    all << file.string() << ':' << longest_file + 1 << ": longer than " << longest_file
        << " lines\n";
  }
  if (file.extension() == ".ts") return all.str();

  std::istringstream lines(text), code_lines(code_of(text));
  std::string line, code;
  for (int number = 1; std::getline(lines, line) && std::getline(code_lines, code); ++number) {
    std::string fault;
    if (const std::string include = included_by(line); !include.empty()) {
      fault = include_fault(file, *layer, include);
    } else if (is_freestanding(layer_name)) {
      fault = code_fault(code);
    }
    if (!fault.empty()) all << file.string() << ':' << number << ": " << fault << '\n';
  }
  return all.str();
}

std::string read(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Every file of ours under the layers' folders, from the top of the tree.
std::vector<fs::path> sources() {
  static const std::set<fs::path> ours = {".h", ".cpp", ".ts"};
  std::vector<fs::path> found;
  for (const char* folder : {"sim", "models", "analysis", "cli", "web"}) {
    for (fs::recursive_directory_iterator it(root / folder), end; it != end; ++it) {
      if (it->path().filename() == "node_modules") {
        it.disable_recursion_pending();
      } else if (it->is_regular_file() && ours.count(it->path().extension())) {
        found.push_back(fs::relative(it->path(), root));
      }
    }
  }
  return found;
}

std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  REQUIRE(pipe);
  std::string all;
  for (std::array<char, 4096> part; std::fgets(part.data(), part.size(), pipe.get());) {
    all += part.data();
  }
  return all;
}

}  // namespace

TEST_CASE("includes point one way, files stay short and the models stay freestanding",
          "[promise]") {
  std::string found;
  std::set<std::string> seen;
  for (const fs::path& file : sources()) {
    found += faults(file, read(root / file));
    seen.insert(layer_of(file));
  }
  CHECK(found == "");
  for (const char* layer : {"sim/kernel", "sim/run", "models", "analysis", "cli", "web"}) {
    INFO(layer);
    CHECK(seen.count(layer) == 1);
  }
}

TEST_CASE("the top of the tree holds only what belongs there", "[promise]") {
  for (const auto& entry : fs::directory_iterator(root)) {
    CHECK_THAT(top_level, Catch::Contains(' ' + entry.path().filename().string() + ' '));
  }
}

TEST_CASE("a planted fault in the layers is found", "[promise]") {
  const std::vector<std::array<std::string, 3>> planted = {
      {"sim/kernel/a.h", "#include \"models/day.h\"\n", "a.h:1: sim/kernel may not include models"},
      {"sim/kernel/a.h", "#include \"../run/plan.h\"\n", "may not include sim/run"},
      {"models/a.h", "#include <sim/run/plan.h>\n", "may not include sim/run"},
      {"sim/run/a.h", "\n#include \"models/day.h\"\n", "a.h:2: sim/run may not include models"},
      {"sim/run/a.h", "#include \"analysis/effect.h\"\n", "may not include analysis"},
      {"analysis/a.h", "#include \"models/day.h\"\n", "may not include models"},
      {"analysis/a.h", "#include \"cli/table.h\"\n", "may not include cli"},
      {"web/a.cpp", "#include \"sim/run/plan.h\"\n", "may not include sim/run"},
      {"cli/a.h", "#include \"tests/baseline/a.h\"\n", "may not include tests"},
      {"cli/a.h", "#include \"../../elsewhere.h\"\n", "may not include .."},
      {"sim/a.h", "int a;\n", "belongs to no layer"},
      {"models/a.h", "#include <tbb/parallel_for.h>\n", "<tbb/parallel_for.h>"},
      {"models/a.h", "#include <hdf5.h>\n", "<hdf5.h>"},
      {"models/a.h", "#include <toml++/toml.h>\n", "<toml++/toml.h>"},
      {"models/a.h", "#  include <iostream>\n", "<iostream>"},
      {"models/a.h", "#include <random>\n", "<random>"},
      {"sim/kernel/a.h", "#include <unordered_map>\n", "<unordered_map>"},
      {"models/a.h", "auto y = std::exp(x);\n", ": exp differs"},
      {"models/a.h", "using std::tanh;\n", ": tanh differs"},
      {"models/a.h", "auto y = ::log(x);\n", "log differs"},
      {"models/a.h", "return ::log(x);\n", "log differs"},
      {"models/a.h", "auto y = powf(x, 2);\n", "powf differs"},
      {"models/a.h", "auto y = __builtin_expf(x);\n", "__builtin_expf differs"},
      {"models/a.h", "if (x < 0) throw 1;\n", "exceptions"},
      {"models/a.h", "try {\n", "exceptions"},
      {"models/a.h", "std::mt19937_64 g;\n", "std::mt19937_64"},
      {"models/a.h", "f(\"a\"\"b\"); throw 1;\n", "exceptions"},
      {"models/a.h", "char c = '\"'; throw 1; c = '\"';\n", "exceptions"},
      {"cli/a.cpp", std::string(301, '\n'), "a.cpp:301: longer than 300 lines"},
      {"web/charts/a.ts", std::string(301, '\n'), "longer than 300 lines"},
  };
  for (const auto& [file, text, expected] : planted) {
    INFO(file << "\n" << text);
    CHECK_THAT(faults(file, text), Catch::Contains(expected));
  }
}

TEST_CASE("what only looks like a fault in the layers is let pass", "[promise]") {
  const std::vector<std::array<std::string, 2>> innocent = {
      {"models/a.h", "// throw std::exp(x)\n/* try\n throw */ int a = 1'000;\n"},
      {"models/a.h", "const char* s = \"throw std::exp\";\n"},
      {"models/a.h", "const char* s = R\"(try \"throw\")\";\n"},
      {"models/a.h", "inline V exp(V x);\nauto y = kernel::log(x) + exp(x) + erfelt(x);\n"},
      {"models/a.h", "#include <cmath>\nauto y = std::sqrt(x) + std::abs(x);\n"},
      {"models/a.h", "int retry = std::exponent, expected = country;\n"},
      {"models/a.h", "#include \"appraisal.h\"\n#include \"sim/kernel/random.h\"\n"},
      {"sim/kernel/a.h", "#include <immintrin.h>\n"},
      {"sim/run/a.cpp", "#include <tbb/parallel_for.h>\nvoid f() { throw std::exp(1.0); }\n"},
      {"cli/a.cpp", "#include \"models/day.h\"\n#include \"analysis/effect.h\"\n"},
      {"cli/a.cpp", std::string(300, '\n')},
  };
  for (const auto& [file, text] : innocent) {
    INFO(text);
    CHECK(faults(file, text) == "");
  }
}

// Text can hide a call (`exp(x)` finds the C library's where ours is not in sight); symbols can't.
TEST_CASE("the built models ask no library for a transcendental", "[promise]") {
  const fs::path model = fs::path(BELONG_BINARY_DIR) / "libbelong_model_sse2.so";
  const std::string symbols = output_of("nm -D '" + model.string() + "'");
  CHECK_THAT(symbols, Catch::Contains("T belong_model_sse2"));
  std::istringstream words(symbols);
  for (std::string word; words >> word;) {
    INFO(word);
    CHECK_FALSE(is_transcendental(word.substr(0, word.find('@'))));
  }
}
