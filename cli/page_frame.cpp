#include "cli/page_frame.h"

#include <cstddef>
#include <nlohmann/json.hpp>

#include "cli/version.h"

namespace cli {

using nlohmann::json;

namespace {

/// Where the numbers of a lever's words are that the page changes.
json lever_places() {
  using models::Lever, models::Schedule;
  const std::size_t word = sizeof(std::uint32_t);
  return {{"amount", offsetof(Lever, amount) / word},
          {"start", (offsetof(Lever, schedule) + offsetof(Schedule, start)) / word},
          {"days", (offsetof(Lever, schedule) + offsetof(Schedule, days)) / word}};
}

json lever_json(const PageLever& lever) {
  const auto& row = models::kInputRows[static_cast<std::size_t>(lever.of.lever.input)];
  return {{"name", lever.name},
          {"question", lever.question},
          {"says", lever.says},
          {"input", row.key},
          {"meaning", row.doc},
          {"amount", lever.template_lever.amount},
          {"start_day", lever.template_lever.schedule.start},
          {"days", lever.template_lever.schedule.days},
          {"decay_days", lever.template_lever.schedule.decay_days},
          {"least", lever.least},
          {"most", lever.most},
          {"program", lever.program.title},
          {"step", lever.of.name},
          {"step_reach", lever.of.reach ? lever.of.reach_text : ""},
          {"evidence", lever.program.evidence},
          {"size_evidence", lever.of.evidence},
          {"sources", lever.program.sources}};
}

}  // namespace

json page_frame(const std::vector<PageLever>& levers) {
  json page{{"version", version()},
            {"lever_places", lever_places()},
            {"levers", json::array()},
            {"presets", json::array()}};
  for (const PageLever& lever : levers) page["levers"].push_back(lever_json(lever));
  return page;
}

}  // namespace cli
