#pragma once
// Reading TOML so that every mistake gets a sentence: where, what stands there, what is allowed
// and what it means, and the nearest key or word that is known.
//
//   sim::Document document = sim::Document::read("configs/experiments/ninth_grade.toml");
//   document.set("experiment.replicates=8");
//   sim::Table experiment = document.root().table("experiment");
//   auto replicates = experiment.whole("replicates", 1, 100000, "schools drawn per design point");
//   document.root().done();  // whatever nobody asked for is an error
//
// All functions that read throw ConfigError (config_error.h). A value that may be left out takes
// its default as the last argument; without one, a missing key is an error. Real numbers may be
// written as integers; integers may not be written as reals; nan and inf are refused everywhere.
// Not for use by several threads at once.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/kernel/params.h"
#include "sim/run/config_error.h"

namespace sim {

class Table;

/// One TOML file. A copy is a document of its own.
class Document {
 public:
  /// At most 16 MiB.
  static Document read(const std::string& path);

  /// `name` stands for the path in errors.
  static Document from_text(std::string name, std::string text);

  const std::string& path() const;
  const std::string& text() const;                      ///< as given, before any `set`
  const std::vector<std::string>& assignments() const;  ///< what was `set`, in order

  /// Change or add one value: "experiment.replicates=8", "scenario.2.programs=[\"barr\"]" (entries
  /// of a list count from 1; a table also goes by its own `name` or `key`:
  /// "scenario.barr.fidelity"), "school.file=roster.csv" (a bare word is text). Tables taken from
  /// the document before still show it as it was, and what they read counts no more. The first
  /// `skip` parts of the key name the document itself.
  void set(std::string_view assignment, std::size_t skip = 0);

  /// Leave out a table of the root, as if it were not in the file.
  void drop(std::string_view key);

  /// As TOML, as it is now: with what was set, without what was dropped, without comments.
  std::string written() const;

  Table root() const;

  struct State;  ///< for config*.cpp

 private:
  friend class Table;
  explicit Document(std::shared_ptr<State> state);
  std::shared_ptr<State> state_;
};

/// A view of one table of a document. The document remembers which keys were read, whichever view
/// read them.
class Table {
 public:
  /// Whether the key is there. It is known from now on, but not read: if nobody reads it, `done`
  /// says that it has no use here.
  bool has(std::string_view key) const;

  std::string text(std::string_view key, std::optional<std::string_view> fallback = {}) const;
  bool yes_no(std::string_view key, std::optional<bool> fallback = {}) const;
  double number(std::string_view key, Range legal, std::string_view meaning,
                std::optional<double> fallback = {}) const;
  std::int64_t whole(std::string_view key, std::int64_t low, std::int64_t high,
                     std::string_view meaning, std::optional<std::int64_t> fallback = {}) const;

  using Words = std::span<const std::string_view>;
  /// One of `allowed`.
  std::string choice(std::string_view key, Words allowed,
                     std::optional<std::string_view> fallback = {}) const;
  /// The place of the word in `allowed`.
  std::size_t which(std::string_view key, Words allowed) const;

  using Texts = std::vector<std::string>;
  using Numbers = std::vector<double>;
  Texts texts(std::string_view key, std::optional<Texts> fallback = {}) const;
  Numbers numbers(std::string_view key, Range legal, std::string_view meaning,
                  std::optional<Numbers> fallback = {}) const;

  Table table(std::string_view key) const;                      ///< must be there
  std::optional<Table> find_table(std::string_view key) const;  ///< may be missing
  std::vector<Table> tables(std::string_view key) const;        ///< [[key]]; none if missing

  /// Every key, in the order of the file, then those that were set. For tables whose keys are
  /// names that the user chooses.
  std::vector<std::string> keys() const;

  /// The members of `params` that are given here; the others keep what they hold. Every row of
  /// `P::fields()` becomes a key that is known here.
  template <class P>
  void fields(P& params) const {
    for (const Field<P>& field : P::fields()) {
      const auto value = parameter(field.key, field.kind, field.legal, field.unit, field.doc);
      if (value) params.*field.member = *value;
    }
  }

  /// What one row of a parameter table reads: nothing if the key is missing.
  std::optional<float> parameter(std::string_view key, Kind kind, Range legal,
                                 std::string_view unit, std::string_view meaning) const;

  /// Throw a ConfigError at this key: "file:2:14: table.key = 1.5 " + message. Also for a missing
  /// key: then the place is the table's.
  [[noreturn]] void fail(std::string_view key, std::string_view message) const;

  /// The same at an entry of the list `key`, counted from 0: "file:2:14: table.key.1 = "x" ".
  [[noreturn]] void fail(std::string_view key, std::size_t entry, std::string_view message) const;

  /// Throw a ConfigError at this table: "file:1:1: table " + message.
  [[noreturn]] void fail(std::string_view message) const;

  /// Throw a ConfigError at the first key, here or in any table below, that nobody read.
  void done() const;

  /// "experiment", "scenario.2"; "" for the root.
  const std::string& name() const;

 private:
  friend class Document;
  struct View;
  explicit Table(std::shared_ptr<const View> view);
  std::shared_ptr<const View> view_;
};

}  // namespace sim
