#include "cli/program_json.h"

#include <nlohmann/json.hpp>

#include "cli/program_words.h"
#include "sim/run/number_text.h"

namespace cli {

using nlohmann::json;

namespace {

json number_or_null(const std::optional<double>& x) { return x ? json(*x) : json(nullptr); }

json lever_json(const NamedLever& named) {
  const auto& row = models::kInputRows[static_cast<std::size_t>(named.lever.input)];
  std::string amount = (named.lever.amount < 0 ? "" : "+") + sim::number_text(named.lever.amount);
  if (row.unit != "1" && row.unit != "yes/no") amount += " " + std::string(row.unit);
  if (row.unit == "yes/no") amount = named.lever.amount > 0.5f ? "yes" : "no";
  return {{"name", named.name},
          {"input", row.key},
          {"meaning", row.doc},
          {"amount", amount},
          {"size", size_in_words(named)},
          {"reach", named.reach_text},
          {"schedule", named.schedule_text},
          {"evidence", named.evidence}};
}

}  // namespace

json program_json(const Program& p) {
  json levers = json::array();
  for (const NamedLever& lever : p.levers) levers.push_back(lever_json(lever));
  return {{"key", p.key},
          {"title", p.title},
          {"shelf", p.shelf},
          {"summary", p.summary},
          {"for_whom", p.for_whom},
          {"dose", p.dose},
          {"levers", levers},
          {"fidelity", p.fidelity},
          {"fidelity_spread", p.fidelity_spread},
          {"staff_hours", number_or_null(p.staff_hours)},
          {"staff_note", p.staff_note},
          {"cost_per_student", number_or_null(p.cost_per_student)},
          {"cost_note", p.cost_note},
          {"evidence", p.evidence},
          {"evidence_ids", p.evidence_ids},
          {"sources", p.sources},
          {"not_known", p.not_known}};
}

}  // namespace cli
