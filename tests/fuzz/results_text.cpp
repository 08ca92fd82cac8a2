#include "tests/fuzz/results_text.h"

#include <charconv>
#include <stdexcept>
#include <vector>

#include "sim/run/labelled_file.h"
#include "sim/run/labelled_reader.h"
#include "sim/run/number_text.h"

namespace fuzz {
namespace {

using Fields = std::vector<std::string>;
constexpr std::size_t kMostValues = 20000;

Fields parted(const std::string& text, char by) {
  Fields all;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(by, at), text.size());
    all.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return all;
}

/// Line ends, tabs and backslashes within a text.
std::string escaped(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    if (c == '\n') {
      safe += "\\n";
    } else if (c == '\t') {
      safe += "\\t";
    } else if (c == '\\') {
      safe += "\\\\";
    } else {
      safe += c;
    }
  }
  return safe;
}
std::string plain(const std::string& text) {
  std::string all;
  for (std::size_t k = 0; k < text.size(); ++k) {
    if (text[k] != '\\' || k + 1 == text.size()) {
      all += text[k];
      continue;
    }
    ++k;
    all += text[k] == 'n' ? '\n' : text[k] == 't' ? '\t' : text[k];
  }
  return all;
}

void add_attributes(const sim::LabelledReader& file, const std::string& object, std::string& text) {
  for (const std::string& name : file.attributes(object)) {
    if (name == "_FillValue") continue;  // the writer's own
    const std::string words = file.attribute_in_words(object, name);
    bool number = true;
    try {
      file.attribute_number(object, name);
    } catch (const sim::RunError&) {
      number = false;
    }
    text += "A\t" + (object.empty() ? "." : object) + "\t" + name + "\t" +
            (number ? "number" : "text") + "\t" + escaped(words) + "\n";
  }
}

sim::AttributeValue value_of(const Fields& f) {
  const std::string text = f.size() > 4 ? plain(f[4]) : "";
  if (f[3] != "number") return text;
  const double x = sim::number_in(text).value_or(0);
  const bool whole =
      x > -1e15 && x < 1e15 && x == static_cast<double>(static_cast<std::int64_t>(x));
  if (whole) return static_cast<std::int64_t>(x);
  return x;
}

sim::Attributes attributes_of(const std::vector<Fields>& lines, const std::string& object) {
  sim::Attributes all;
  for (const Fields& f : lines) {
    if (f[0] == "A" && f.size() > 3 && f[1] == object) all.push_back({f[2], value_of(f)});
  }
  return all;
}

void write_variable(const Fields& f, const std::vector<Fields>& lines, sim::LabelledFile& file) {
  if (f.size() < 4) return;
  const Fields dims = f[3].empty() ? Fields{} : parted(f[3], ',');
  Fields values(f.begin() + 4, f.end());
  if (values.size() > kMostValues) values.resize(kMostValues);
  const sim::Attributes attributes = attributes_of(lines, f[1]);
  if (f[2] == "text") {
    for (std::string& value : values) value = plain(value);
    file.variable(f[1], dims, std::span<const std::string>(values), attributes);
    return;
  }
  std::vector<double> numbers;
  for (const std::string& value : values) numbers.push_back(sim::number_in(value).value_or(0));
  if (f[2] == "real") {
    const std::vector<float> singles(numbers.begin(), numbers.end());
    file.variable(f[1], dims, std::span<const float>(singles), attributes);
    return;
  }
  std::vector<std::int64_t> whole;
  for (const double x : numbers) {
    whole.push_back(x > -1e15 && x < 1e15 ? static_cast<std::int64_t>(x) : 0);
  }
  file.variable(f[1], dims, std::span<const std::int64_t>(whole), attributes);
}

}  // namespace

std::string text_of_results(const std::string& path) {
  const sim::LabelledReader file(path);
  std::string text;
  add_attributes(file, "", text);
  for (const std::string& name : file.dimensions()) {
    text += "D\t" + name;
    for (const std::string& label : file.labels(name)) text += "\t" + escaped(label);
    text += "\n";
    add_attributes(file, name, text);
  }
  for (const std::string& name : file.variables()) {
    const bool words = file.kind(name) == sim::LabelledReader::Kind::text;
    const bool whole = file.kind(name) == sim::LabelledReader::Kind::whole;
    text += "V\t" + name + "\t" + (words ? "text" : whole ? "whole" : "real") + "\t";
    bool first = true;
    for (const std::string& dim : file.dims(name)) {
      text += (first ? "" : ",") + dim;
      first = false;
    }
    if (words) {
      for (const std::string& value : file.texts(name)) text += "\t" + escaped(value);
    } else {
      for (const double x : file.values(name)) text += "\t" + sim::number_text(x);
    }
    text += "\n";
    add_attributes(file, name, text);
  }
  return text;
}

bool write_results_text(const std::string& text, const std::string& path) {
  std::vector<Fields> lines;
  for (const std::string& line : parted(text, '\n')) lines.push_back(parted(line, '\t'));
  try {
    sim::LabelledFile file(path);
    for (const sim::Attribute& one : attributes_of(lines, ".")) file.attribute(one.name, one.value);
    for (const Fields& f : lines) {
      if (f[0] == "D" && f.size() > 2) {
        Fields labels;
        for (std::size_t k = 2; k < f.size(); ++k) labels.push_back(plain(f[k]));
        file.dimension(f[1], std::span<const std::string>(labels), attributes_of(lines, f[1]));
      }
      if (f[0] == "V") write_variable(f, lines, file);
    }
    file.close();
    return true;
  } catch (const std::logic_error&) {
    return false;
  } catch (const sim::RunError&) {
    return false;
  }
}

}  // namespace fuzz
