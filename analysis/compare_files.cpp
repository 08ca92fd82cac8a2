#include "analysis/compare_files.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>

#include "analysis/paired_axes.h"
#include "analysis/small_cells.h"
#include "sim/run/number_text.h"

namespace analysis {
namespace {

using sim::LabelledReader;
using Names = std::vector<std::string>;
constexpr const char* kNone = "none";

bool alike(double a, double b) {
  if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}
bool alike(std::int64_t a, std::int64_t b) { return a == b; }
bool alike(const std::string& a, const std::string& b) { return a == b; }

std::string in_words(double x) {
  if (std::isnan(x)) return kNone;
  const auto shorter = static_cast<float>(x);
  return static_cast<double>(shorter) == x ? sim::number_text(shorter) : sim::number_text(x);
}
std::string in_words(std::int64_t x) { return std::to_string(x); }
std::string in_words(const std::string& x) { return x; }

std::string joined(const Names& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

std::string attribute_or(const LabelledReader& file, const std::string& object,
                         const std::string& name, const std::string& fallback) {
  return file.has_attribute(object, name) ? file.attribute_in_words(object, name) : fallback;
}

class Comparer {
 public:
  Comparer(const LabelledReader& a, const LabelledReader& b) : a_(a), b_(b), days_(a) {
    for (const LabelledReader* file : {&a, &b}) {
      if (!file->has_attribute("", "small_cell")) continue;
      smallest_ =
          std::max(smallest_, static_cast<std::int64_t>(file->attribute_number("", "small_cell")));
    }
  }

  Comparison compare() {
    result_.students = a_.has("student") && b_.has("student");
    attributes("");
    dimensions();
    variables();
    return std::move(result_);
  }

 private:
  void note(std::string what, std::string first, std::string second) {
    result_.notes.push_back({std::move(what), std::move(first), std::move(second)});
  }

  void attributes(const std::string& object) {
    const Names of_a = a_.attributes(object), of_b = b_.attributes(object);
    Names all = of_a;
    for (const std::string& name : of_b) {
      if (std::find(of_a.begin(), of_a.end(), name) == of_a.end()) all.push_back(name);
    }
    for (const std::string& name : all) {
      ++result_.attributes;
      const std::string first = attribute_or(a_, object, name, kNone);
      const std::string second = attribute_or(b_, object, name, kNone);
      if (first != second) note(object.empty() ? name : object + ":" + name, first, second);
    }
    if (of_a != of_b && std::is_permutation(of_a.begin(), of_a.end(), of_b.begin(), of_b.end())) {
      note("order of the attributes" + (object.empty() ? "" : " of " + object), joined(of_a),
           joined(of_b));
    }
  }

  void missing(const char* kind, const Names& of_a, const Names& of_b) {
    for (const std::string& name : of_a) {
      if (!b_.has(name)) note(std::string(kind) + " " + name, "there", kNone);
    }
    for (const std::string& name : of_b) {
      if (!a_.has(name)) note(std::string(kind) + " " + name, kNone, "there");
    }
    Names both_a, both_b;
    for (const std::string& name : of_a) {
      if (b_.has(name)) both_a.push_back(name);
    }
    for (const std::string& name : of_b) {
      if (a_.has(name)) both_b.push_back(name);
    }
    if (both_a != both_b)
      note("order of each " + std::string(kind), joined(both_a), joined(both_b));
  }

  void dimensions() {
    missing("dimension", a_.dimensions(), b_.dimensions());
    for (const std::string& name : a_.dimensions()) {
      if (!b_.has(name)) continue;
      ++result_.arrays;
      attributes(name);
      const Names of_a = a_.labels(name), of_b = b_.labels(name);
      if (of_a == of_b) continue;
      std::size_t k = 0;
      while (k < std::min(of_a.size(), of_b.size()) && of_a[k] == of_b[k]) ++k;
      const auto words = [&](const Names& labels) {
        return std::to_string(labels.size()) + " labels, number " + std::to_string(k + 1) + ": " +
               (k < labels.size() ? labels[k] : kNone);
      };
      note("labels of " + name, words(of_a), words(of_b));
    }
  }

  void variables() {
    missing("variable", a_.variables(), b_.variables());
    for (const std::string& name : a_.variables()) {
      if (!b_.has(name)) continue;
      ++result_.arrays;
      attributes(name);
      if (a_.dims(name) != b_.dims(name) || a_.kind(name) != b_.kind(name)) {
        note("dimensions or kind of " + name, joined(a_.dims(name)), joined(b_.dims(name)));
        continue;
      }
      const PairedAxes axes(a_, b_, a_.dims(name));
      if (a_.kind(name) == LabelledReader::Kind::text) {
        values(name, axes, a_.texts(name), b_.texts(name));
      } else if (a_.kind(name) == LabelledReader::Kind::whole) {
        values(name, axes, a_.whole_numbers(name), b_.whole_numbers(name));
      } else {
        values(name, axes, a_.values(name), b_.values(name));
      }
    }
  }

  /// The days that a value of this variable speaks of; nothing for what no day changes: parameters,
  /// how schools were built, whom levers reach.
  std::optional<DaySpan> days(const PairedAxes& axes) const {
    const Names& dims = axes.dims();
    for (std::size_t d = 0; d < dims.size(); ++d) {
      if (FileDays::is_time(dims[d])) return days_.of(dims[d], std::stoll(axes.label(d)));
    }
    const auto has = [&](const char* name) {
      return std::find(dims.begin(), dims.end(), name) != dims.end();
    };
    if (has("scenario") && has("group")) return days_.last_year();
    return {};
  }

  template <class T>
  void values(const std::string& name, PairedAxes axes, const std::vector<T>& of_a,
              const std::vector<T>& of_b) {
    VariableChange change{name, 0, 0, {}};
    std::optional<NoteChange> built;
    const bool parameters = axes.dims() == Names{"parameter"};
    for (axes.start(); axes.more(); axes.next()) {
      ++change.compared;
      const T &x = of_a[axes.in_a()], &y = of_b[axes.in_b()];
      if (alike(x, y)) continue;
      ++change.differ;
      const std::optional<DaySpan> when = days(axes);
      if (when) {
        if (change.differ == 1 || when->last < change.earliest.last) change.earliest = *when;
        keep_first(name, axes, *when, in_words(x), in_words(y));
      } else if (parameters) {
        note(name + " of " + axes.label(0), in_words(x), in_words(y));
      } else if (!built) {
        built = {place_words(name, axes), in_words(x), in_words(y)};
      }
    }
    result_.values += change.compared;
    if (built) {
      if (change.differ > 1) {
        built->what += " (the first of " + std::to_string(change.differ) + " values)";
      }
      result_.notes.push_back(*built);
    } else if (change.differ > 0 && !parameters) {
      result_.variables.push_back(change);
    }
  }

  std::string place_words(const std::string& name, const PairedAxes& axes) const {
    std::string words = name;
    for (std::size_t d = 0; d < axes.dims().size(); ++d) {
      words += (d == 0 ? " of " : ", ") + axes.dims()[d] + " " + axes.label(d);
    }
    return words;
  }

  void keep_first(const std::string& name, const PairedAxes& axes, DaySpan when,
                  const std::string& x, const std::string& y) {
    const Names& dims = axes.dims();
    const bool of_student = std::find(dims.begin(), dims.end(), "student") != dims.end();
    const auto earlier = [&](const std::optional<Place>& kept) {
      return !kept || when.last < kept->days.last;
    };
    if (!earlier(result_.first) && !(of_student && earlier(result_.first_student))) return;
    Place place{name,
                attribute_or(a_, name, "long_name", ""),
                attribute_or(a_, name, "units", ""),
                {},
                when,
                x,
                y};
    for (std::size_t d = 0; d < dims.size(); ++d) {
      if (dims[d] == "group" && is_small(axes)) {
        place.first = place.second =
            "not shown: a group of fewer than " + std::to_string(smallest_) + " students";
        place.unit.clear();
      }
      if (dims[d] == "student") {
        place.labels.emplace_back("school", number_of_student("student_school", axes.index(d)));
        place.labels.emplace_back("student", number_of_student("student_id", axes.index(d)));
      } else {
        place.labels.emplace_back(dims[d], axes.label(d));
      }
    }
    if (of_student && earlier(result_.first_student)) result_.first_student = place;
    if (earlier(result_.first)) result_.first = std::move(place);
  }

  /// Small groups stay hidden here as well.
  bool is_small(const PairedAxes& axes) {
    const auto index = [&](const char* dim) {
      const auto at = std::find(axes.dims().begin(), axes.dims().end(), dim);
      return at == axes.dims().end()
                 ? std::size_t{0}
                 : axes.index(static_cast<std::size_t>(at - axes.dims().begin()));
    };
    if (a_.has("students_by_place")) {
      const std::size_t groups = a_.shape("students_by_place").back();
      return number("students_by_place", index("place") * groups + index("group")) < smallest_;
    }
    return a_.has("students") && number("students", index("group")) < smallest_;
  }

  /// `student_school` or `student_id` of a student.
  std::string number_of_student(const std::string& name, std::size_t student) {
    return std::to_string(number(name, student));
  }

  std::int64_t number(const std::string& name, std::size_t place) {
    std::vector<std::int64_t>& numbers = numbers_[name];
    if (numbers.empty()) numbers = a_.whole_numbers(name);
    return numbers.at(place);
  }

  const LabelledReader& a_;
  const LabelledReader& b_;
  FileDays days_;
  std::map<std::string, std::vector<std::int64_t>> numbers_;
  std::int64_t smallest_ = kSmallestCell;  ///< group that is shown
  Comparison result_;
};

}  // namespace

Comparison compare_results(const std::string& first, const std::string& second) {
  const LabelledReader a(first), b(second);
  const FileDays also(b);  // refused here if it holds no results
  return Comparer(a, b).compare();
}

}  // namespace analysis
