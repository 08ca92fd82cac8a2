#include "models/survey.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/feedback.h"
#include "sim/kernel/random.h"

using models::Instrument;

TEST_CASE("One item carries the share of variance that the scale's reliability asks for",
          "[formula]") {
  Instrument s;
  s.items = 5;
  s.reliability = 0.85f;
  // Spearman-Brown: five such items give .85 again.
  const double rho = models::item_share(s);
  CHECK(5 * rho / (1 + 4 * rho) == Approx(0.85).epsilon(1e-5));
  s.items = 1;
  CHECK(models::item_share(s) == Approx(0.85));
}

TEST_CASE("An answer is a whole number of points, at the middle for the centre", "[formula]") {
  Instrument s;
  s.middle = 3;
  CHECK(models::answer(models::latent(s.centre, 0, s), 0, s) == 3.0f);
  CHECK(models::answer(100.0f, 0, s) == 5.0f);
  CHECK(models::answer(-100.0f, 0, s) == 1.0f);
  CHECK(models::answer(0.0f, 0.9f, s) >= models::answer(0.0f, -0.9f, s));
}

TEST_CASE("Scores measured twice correlate as the reliability says", "[formula]") {
  Instrument s;
  s.points = 11;  // many points, so that rounding costs little
  s.middle = 6;
  s.width = 2;
  s.trait = 0;
  const sim::Stream stream = sim::stream(1, 2, 3);
  double xx = 0, yy = 0, xy = 0, x1 = 0, y1 = 0;
  constexpr std::uint32_t n = 20000;
  for (std::uint32_t id = 0; id < n; ++id) {
    const float truth = sim::normal(sim::draw(stream, id, 0, 0, 1)[0]);
    double score[2] = {};
    for (std::uint32_t time = 0; time < 2; ++time) {
      for (std::uint32_t item = 0; item < 5; ++item) {
        const float noise = sim::normal(sim::draw(stream, id, item, time + 1, 2)[0]);
        score[time] += models::answer(models::latent(truth, 0, s), noise, s) / 5;
      }
    }
    x1 += score[0];
    y1 += score[1];
    xx += score[0] * score[0];
    yy += score[1] * score[1];
    xy += score[0] * score[1];
  }
  const double r = (xy - x1 * y1 / n) / std::sqrt((xx - x1 * x1 / n) * (yy - y1 * y1 / n));
  CHECK(r == Approx(s.reliability).margin(0.02));
}

TEST_CASE("Students who miss many days answer less often", "[formula]") {
  Instrument s;
  s.response = 0.8f;
  s.response_absence = 0.5f;
  CHECK(models::response_chance(0, s) == 0.8f);
  CHECK(models::response_chance(1, s) == Approx(0.4));
}

TEST_CASE("A kinder reading of a comment makes revising more likely", "[formula]") {
  const models::FeedbackParameters p;
  CHECK(models::revise_chance(-1.0f, 0.6f, p) > models::revise_chance(-1.5f, 0.6f, p));
  CHECK(models::revise_chance(-1.5f, 0.8f, p) > models::revise_chance(-1.5f, 0.4f, p));
}
