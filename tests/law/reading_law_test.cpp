// Laws of cues, appraisal and representation, for any legal parameters.

#include <rapidcheck/catch.h>

#include "models/appraisal.h"
#include "models/cues.h"
#include "models/representation.h"
#include "tests/law/any_value.h"

namespace {

using any_value::pair;
using any_value::parameters;
using any_value::real;

constexpr float kRounding = 3e-7f;  // the logistic's own error, on two sides

/// Who reads a cue, anywhere in the ranges of the state.
struct Reader {
  float belonging = real(-4, 4), uncertainty = real(0.001f, 2), lens = real(0, 1);
  float relation = real(-1.2f, 1.2f), known = real(0, 1), doubt = real(0, 1);

  float reading(const models::AppraisalParameters& p) const {
    return models::identity_reading(doubt, models::readiness(belonging, uncertainty, lens, p),
                                    relation, known, p);
  }
};

}  // namespace

TEST_CASE("without stigma a reading is exactly 0 and the evidence is the cue", "[law]") {
  rc::prop("theta = 0", [] {
    const auto p = parameters<models::AppraisalParameters>();
    Reader reader;
    reader.doubt = models::open_doubt(0.0f, real(0, 1), p);
    const float reading = reader.reading(p), cue = real(-6, 6);
    RC_ASSERT(reading == 0.0f);
    RC_ASSERT(models::appraise(cue, reading, p) == cue);
  });
}

TEST_CASE("a reading lies between 0 and the doubt that the setting leaves", "[law]") {
  rc::prop("bounded", [] {
    const Reader reader;
    const float reading = reader.reading(parameters<models::AppraisalParameters>());
    RC_ASSERT(reading >= 0.0f);
    RC_ASSERT(reading <= reader.doubt);
  });
}

TEST_CASE("belonging, a good relation, the lens and being known never raise a reading", "[law]") {
  const auto never_raises = [](float Reader::*member, float lo, float hi) {
    const auto p = parameters<models::AppraisalParameters>();
    const auto [less, more] = pair(lo, hi);
    Reader a, b;
    b = a;
    a.*member = less;
    b.*member = more;
    RC_ASSERT(b.reading(p) <= a.reading(p) + kRounding);
  };
  rc::prop("belonging", [&] { never_raises(&Reader::belonging, -4, 4); });
  rc::prop("relation", [&] { never_raises(&Reader::relation, -1.2f, 1.2f); });
  rc::prop("lens", [&] { never_raises(&Reader::lens, 0, 1); });
  rc::prop("known", [&] { never_raises(&Reader::known, 0, 1); });
}

TEST_CASE("uncertainty and an open doubt never lower a reading", "[law]") {
  rc::prop("uncertainty", [] {
    const auto p = parameters<models::AppraisalParameters>();
    const auto [less, more] = pair(0.001f, 2);
    Reader a, b;
    b = a;
    a.uncertainty = less;
    b.uncertainty = more;
    RC_ASSERT(b.reading(p) >= a.reading(p) - kRounding);
  });
  rc::prop("doubt", [] {
    const auto p = parameters<models::AppraisalParameters>();
    const auto [less, more] = pair(0, 1);
    Reader a, b;
    b = a;
    a.doubt = less;
    b.doubt = more;
    RC_ASSERT(b.reading(p) >= a.reading(p));
  });
}

TEST_CASE("doubt never makes a cue kinder, and never turns its sign", "[law]") {
  rc::prop("evidence", [] {
    const auto p = parameters<models::AppraisalParameters>();
    const float cue = real(-6, 6), reading = real(0, 1);
    const float evidence = models::appraise(cue, reading, p);
    RC_ASSERT(evidence <= cue);
    RC_ASSERT(evidence * cue >= 0.0f);
  });
}

TEST_CASE("a kinder cue is never worse evidence", "[law]") {
  rc::prop("evidence", [] {
    const auto p = parameters<models::AppraisalParameters>();
    const auto [less, more] = pair(-6, 6);
    const float reading = real(0, 1);
    RC_ASSERT(models::appraise(less, reading, p) <= models::appraise(more, reading, p));
  });
}

TEST_CASE("representation lies in 0 .. 1 and never adds to doubt", "[law]") {
  rc::prop("representation", [] {
    const auto p = parameters<models::RepresentationParameters>();
    const auto [less, more] = pair(0, 1);
    const float materials = real(0, 1);
    const bool shares = *rc::gen::arbitrary<bool>();
    const float low = models::representation(less, shares, materials, p);
    const float high = models::representation(more, shares, materials, p);
    RC_ASSERT(low >= 0.0f);
    RC_ASSERT(high <= 1.0f);
    RC_ASSERT(low <= high);
    RC_ASSERT(models::representation(less, false, materials, p) <=
              models::representation(less, true, materials, p));
    const auto a = parameters<models::AppraisalParameters>();
    const float stigma = real(0, 0.9f);
    RC_ASSERT(models::open_doubt(stigma, high, a) <= models::open_doubt(stigma, low, a));
    RC_ASSERT(models::open_doubt(stigma, low, a) <= stigma);
    RC_ASSERT(models::open_doubt(stigma, high, a) >= 0.0f);
  });
}

TEST_CASE("support, ties, a good relation and an engaged class never lower a cue", "[law]") {
  rc::prop("setting", [] {
    const auto p = parameters<models::CueParameters>();
    const auto support = pair(0, 1), tie = pair(0, 1), represented = pair(-0.9f, 0.9f);
    RC_ASSERT(models::setting_cue(support.less, tie.less, represented.less, p) <=
              models::setting_cue(support.more, tie.more, represented.more, p));
  });
  rc::prop("class event", [] {
    const auto p = parameters<models::CueParameters>();
    const auto setting = pair(-6, 6), relation = pair(-1.2f, 1.2f), norm = pair(0, 1);
    const float noise = real(-3.45f, 3.45f);
    RC_ASSERT(models::cue(setting.less, relation.less, norm.less, noise, p) <=
              models::cue(setting.more, relation.more, norm.more, noise, p));
  });
  rc::prop("feedback", [] {
    const auto p = parameters<models::CueParameters>();
    const auto mark = pair(0, 4), warmth = pair(-3, 3);
    RC_ASSERT(models::feedback_cue(mark.less, warmth.less, p) <=
              models::feedback_cue(mark.more, warmth.more, p));
  });
}
