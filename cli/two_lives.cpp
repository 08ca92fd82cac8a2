#include "cli/two_lives.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace cli {
namespace {

bool alike(float a, float b) { return a == b || (std::isnan(a) && std::isnan(b)); }

std::string several(int n, const std::string& one, const std::string& many) {
  return n == 1 ? one : fmt::format("{} {}", n, many);
}

}  // namespace

std::string DayEvents::words() const {
  std::vector<std::string> parts;
  if (away) parts.emplace_back("away, suspended");
  if (absent && !away) parts.emplace_back("absent");
  const int handled = incidents - referrals;
  if (handled > 0) parts.push_back(several(handled, "incident", "incidents") + ", no referral");
  if (referrals > 0) parts.push_back(several(referrals, "referral", "referrals"));
  if (suspended_days > 0) {
    parts.push_back("suspended for " + several(suspended_days, "1 day", "days"));
  }
  if (hurt) parts.emplace_back("hurtful event about identity");
  return fmt::format("{}", fmt::join(parts, "; "));
}

TwoLives::TwoLives(const OneUnit& unit, const models::Model& model, std::uint32_t student,
                   std::uint32_t last)
    : days_(last + 1) {
  const std::vector<models::Sight> sights = models::sights_of_days(last + 1);
  const auto seen = live_and_see(unit, model, sights, std::span(&student, 1));
  values_.resize(2 * kSeen * days_);
  for (std::size_t life = 0; life < 2; ++life) {
    for (std::size_t k = 0; k < sights.size(); ++k) {
      values_[(life * kSeen + k % kSeen) * days_ + k / kSeen] =
          seen[life * sights.size() + k].front();
    }
  }
  find_events();
}

void TwoLives::find_events() {
  events_.resize(2 * days_);
  for (std::size_t life = 0; life < 2; ++life) {
    float away = 0;  // days of suspension still to come, as models/day.cpp counts them
    for (std::uint32_t day = 0; day < days_; ++day) {
      const auto whole = [&](Seen what) { return static_cast<int>(at(life, what, day)); };
      DayEvents& today = events_[life * days_ + day];
      today.absent = at(life, Seen::present, day) <= 0.0f;
      today.away = today.absent && away > 0.0f;
      today.incidents = whole(Seen::incidents);
      today.referrals = whole(Seen::referrals);
      today.suspended_days = whole(Seen::suspended);
      today.hurt = at(life, Seen::hurt, day) > 0.0f;
      away = today.absent ? std::max(away - 1.0f, 0.0f) : 0.0f;
      away = std::max(away, static_cast<float>(today.suspended_days));
    }
  }
}

bool TwoLives::same(std::uint32_t day) const {
  for (std::size_t k = 0; k < kSeen; ++k) {
    if (!alike(at(0, static_cast<Seen>(k), day), at(1, static_cast<Seen>(k), day))) return false;
  }
  return true;
}

}  // namespace cli
