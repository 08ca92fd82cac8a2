// Laws of the day's end: what stays in its range, and which way it moves, for any legal
// parameters.

#include <rapidcheck/catch.h>

#include "models/attendance.h"
#include "models/belonging.h"
#include "models/engagement.h"
#include "models/learning.h"
#include "models/lens.h"
#include "models/practice.h"
#include "models/relation.h"
#include "models/vigilance.h"
#include "tests/law/any_value.h"

namespace {

using any_value::pair;
using any_value::parameters;
using any_value::real;

constexpr float kRounding = 3e-7f;

bool share(float x) { return x >= 0.0f && x <= 1.0f; }

}  // namespace

TEST_CASE("belonging: without weight it stays, and uncertainty stays positive", "[law]") {
  rc::prop("a day", [] {
    const auto p = parameters<models::BelongingParameters>();
    const float belonging = real(-4, 4), uncertainty = real(0.0001f, 4);
    const float evidence = real(-6, 6), reading = real(0, 1), surprise = real(-4, 4);
    const float outlook = real(-3, 3);
    RC_ASSERT(models::belong(belonging, 0.0f, evidence, outlook, reading, surprise, p) ==
              belonging);
    const float weight = models::evidence_weight(uncertainty, p);
    RC_ASSERT(share(weight));
    RC_ASSERT(models::uncertain(uncertainty, weight, reading, p) > 0.0f);
    RC_ASSERT(models::uncertain(uncertainty, 0.0f, 0.0f, p) >= uncertainty);
  });
}

TEST_CASE("belonging: the more certain, the less a day counts; better evidence never hurts",
          "[law]") {
  rc::prop("a day", [] {
    const auto p = parameters<models::BelongingParameters>();
    const auto uncertainty = pair(0.0001f, 4), evidence = pair(-6, 6);
    RC_ASSERT(models::evidence_weight(uncertainty.less, p) <=
              models::evidence_weight(uncertainty.more, p) + kRounding);
    const float belonging = real(-4, 4), reading = real(0, 1), surprise = real(-4, 4);
    const float weight = real(0, 1), outlook = real(-3, 3);
    RC_ASSERT(models::belong(belonging, weight, evidence.less, outlook, reading, surprise, p) <=
              models::belong(belonging, weight, evidence.more, outlook, reading, surprise, p) +
                  kRounding * p.limit);
  });
}

TEST_CASE("belonging: whatever the days say, it stays within its limit", "[law]") {
  rc::prop("a day", [] {
    const auto p = parameters<models::BelongingParameters>();
    const float belonging = real(-p.limit, p.limit);
    const float after = models::belong(belonging, real(0, 1), real(-50, 50), real(-3, 3),
                                       real(0, 1), real(-4, 4), p);
    RC_ASSERT(after <= p.limit * (1 + kRounding));
    RC_ASSERT(after >= -p.limit * (1 + kRounding));
  });
}

TEST_CASE("vigilance and attention: shares, and belonging never raises vigilance", "[law]") {
  rc::prop("a day", [] {
    const auto p = parameters<models::VigilanceParameters>();
    const auto belonging = pair(-4, 4), reading = pair(0, 1);
    const float watchful = models::watch(reading.more, belonging.less, p);
    const float calm = models::watch(reading.less, belonging.more, p);
    RC_ASSERT(share(watchful));
    RC_ASSERT(calm <= watchful + kRounding);
    RC_ASSERT(share(models::attention(watchful, p)));
    RC_ASSERT(models::attention(watchful, p) <= models::attention(calm, p) + kRounding);
  });
}

TEST_CASE("engagement: a share, and belonging and friends never lower it", "[law]") {
  rc::prop("a day", [] {
    const auto p = parameters<models::EngagementParameters>();
    const float engagement = real(0, 1), relation = real(-1.2f, 1.2f), norm = real(0, 1);
    const float marks = real(0, 4), vigilance = real(0, 1), season = real(-2, 2);
    const auto belonging = pair(-4, 4), friends = pair(0, 1);
    const float less = models::engage(engagement, belonging.less, relation, friends.less, norm,
                                      marks, vigilance, season, p);
    const float more = models::engage(engagement, belonging.more, relation, friends.more, norm,
                                      marks, vigilance, season, p);
    RC_ASSERT(share(less));
    RC_ASSERT(share(more));
    RC_ASSERT(less <= more + kRounding);
  });
}

TEST_CASE("relation, trust and what is known stay in their ranges", "[law]") {
  rc::prop("a day", [] {
    const auto p = parameters<models::RelationParameters>();
    const float limit = models::kRelationLimit;
    const float relation = real(-limit, limit), trusted = real(-limit, limit);
    const float engagement = real(0, 1), known = real(0, 1);
    const float bid = models::approach(real(0, 1), real(0, 1), p);
    RC_ASSERT(share(bid));
    const auto support = pair(0, 1);
    const float less = models::relate(relation, bid * support.less, engagement, known, p);
    const float more = models::relate(relation, bid * support.more, engagement, known, p);
    RC_ASSERT(less >= -limit);
    RC_ASSERT(more <= limit);
    RC_ASSERT(less <= more);
    RC_ASSERT(share(models::know(known, bid * support.more, real(0, 1), p)));
    const float next = models::trust(trusted, relation, p);
    RC_ASSERT(next >= std::min(trusted, relation) - kRounding);
    RC_ASSERT(next <= std::max(trusted, relation) + kRounding);
  });
}

TEST_CASE("approach: a reading never raises it, and the lens never lowers it", "[law]") {
  rc::prop("a bid", [] {
    const auto p = parameters<models::RelationParameters>();
    const auto reading = pair(0, 1), lens = pair(0, 1);
    RC_ASSERT(models::approach(reading.more, lens.less, p) <=
              models::approach(reading.less, lens.more, p) + kRounding);
  });
}

TEST_CASE("lens: a share; a message never lowers it, experience never makes it", "[law]") {
  rc::prop("a day", [] {
    const auto p = parameters<models::LensParameters>();
    const float lens = real(0, 1), start = real(0, 1), smoothed = real(-6, 6);
    const auto dose = pair(0, 1);
    const float less = models::hold(lens, start, smoothed, dose.less, p);
    const float more = models::hold(lens, start, smoothed, dose.more, p);
    RC_ASSERT(share(less));
    RC_ASSERT(share(more));
    RC_ASSERT(less <= more + kRounding);
    const float untold = models::hold(lens, start, smoothed, 0.0f, p);
    RC_ASSERT(untold >= std::min(lens, start) - kRounding);
    RC_ASSERT(untold <= std::max(lens, start) + kRounding);
  });
}

TEST_CASE("practice: adopted and met, both stay shares", "[law]") {
  rc::prop("a week", [] {
    const auto p = parameters<models::PracticeParameters>();
    const float practice = real(0, 1), others = real(0, 1);
    const float next =
        models::practise(practice, real(0, 1), others - practice, real(0, 1), real(0, 1), p);
    RC_ASSERT(share(next));
    RC_ASSERT(share(models::met(real(0, 1), practice, p)));
    RC_ASSERT(share(models::gap_seen(real(0, 1), p)));
    const auto follow_up = pair(0, 1);
    RC_ASSERT(models::practise(practice, 0, 0, 0, follow_up.less, p) <=
              models::practise(practice, 0, 0, 0, follow_up.more, p));
  });
}

TEST_CASE("marks: within 0 and 4, and neither preparation nor learning lowers one", "[law]") {
  rc::prop("a mark", [] {
    const auto p = parameters<models::LearningParameters>();
    const auto preparation = pair(-4, 4), knowledge = pair(0, 3), vigilance = pair(0, 1);
    const float gone = real(0, 1), noise = real(-4, 4);
    const bool advanced = *rc::gen::arbitrary<bool>();
    const float less =
        models::mark(preparation.less, knowledge.less, gone, vigilance.more, advanced, noise, p);
    const float more =
        models::mark(preparation.more, knowledge.more, gone, vigilance.less, advanced, noise, p);
    RC_ASSERT(less >= 0.0f);
    RC_ASSERT(more <= 4.0f);
    RC_ASSERT(less <= more);
  });
}

TEST_CASE("absence: engagement, belonging and adults' support never raise it", "[law]") {
  rc::prop("a morning", [] {
    const auto p = parameters<models::AttendanceParameters>();
    const auto engagement = pair(0, 1), belonging = pair(-4, 4), support = pair(-3, 3);
    const float frailty = real(-4, 4);
    const float often =
        models::absence_chance(frailty, engagement.less, belonging.less, support.less, p);
    const float seldom =
        models::absence_chance(frailty, engagement.more, belonging.more, support.more, p);
    RC_ASSERT(share(often));
    RC_ASSERT(share(seldom));
    RC_ASSERT(seldom <= often + kRounding);
  });
}
