// What a unit gives becomes bytes and comes back, to the bit; what was cut is refused.

#include "cli/unit_bytes.h"

#include "cli/unit_work.h"
#include "tests/promise/watching.h"

TEST_CASE("a unit's result becomes bytes and back, all of it", "[promise]") {
  const cli::Experiment e = test::watched(test::three_schools());
  const std::span points(&e, 1);
  cli::UnitWork work(points, cli::choose_level(""), cli::UnitWork::Share::some);
  REQUIRE(work.units() == 9);
  // With students and without; the second school's students are others in number.
  for (const std::size_t unit : {std::size_t{0}, std::size_t{2}, std::size_t{4}}) {
    INFO(unit);
    const cli::UnitResult result = work(unit);
    const sim::Bytes bytes = cli::pack(result);
    CHECK(bytes.size() == cli::packed_size(result));
    CHECK(result.students.variables.empty() == (unit == 2));
    CHECK(result.surveys.size() > 0);
    cli::UnitResult back = work.empty(unit);
    REQUIRE(cli::unpack(bytes, back));
    CHECK(cli::pack(back) == bytes);
    // The same in what it adds up to, not only in its bytes.
    cli::Tallies one(e), other(e);
    one.add(unit / 3, static_cast<std::uint32_t>(unit % 3), result);
    other.add(unit / 3, static_cast<std::uint32_t>(unit % 3), back);
    CHECK(one.fingerprint(e) == other.fingerprint(e));
    CHECK(test::write_file(e, one, "bytes_one") == test::write_file(e, other, "bytes_other"));

    cli::UnitResult room = work.empty(unit);
    for (const std::size_t length :
         {std::size_t{0}, std::size_t{7}, bytes.size() / 2, bytes.size() - 1}) {
      CHECK_FALSE(cli::unpack(std::span(bytes).first(length), room));
    }
    sim::Bytes longer = bytes;
    longer.push_back({});
    CHECK_FALSE(cli::unpack(longer, room));
    sim::Bytes other_length = bytes;
    other_length[0] ^= std::byte{1};
    CHECK_FALSE(cli::unpack(other_length, room));
  }
  cli::UnitResult of_another_size = work.empty(2);
  CHECK_FALSE(cli::unpack(cli::pack(work(0)), of_another_size));
}

TEST_CASE("numbers travel with their least significant byte first", "[formula]") {
  sim::ByteWriter to(2 + 8 + 4 + 8 + 2);
  to.put(std::uint16_t{0x0102});
  to.put(std::int64_t{-2});
  to.put(1.0f);  // 0x3f800000
  CHECK_FALSE(to.full());
  to.put(std::string("ab"));
  CHECK(to.full());
  const sim::Bytes bytes = to.take();
  const std::vector<int> expected{2,    1,                                         //
                                  0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,  //
                                  0,    0,    0x80, 0x3f,                          //
                                  2,    0,    0,    0,    0,    0,    0,    0,     //
                                  'a',  'b'};
  REQUIRE(bytes.size() == expected.size());
  for (std::size_t k = 0; k < bytes.size(); ++k) CHECK(static_cast<int>(bytes[k]) == expected[k]);
  sim::ByteReader from(bytes);
  CHECK(from.number<std::uint16_t>() == 0x0102);
  CHECK(from.number<std::int64_t>() == -2);
  CHECK(from.real() == 1.0f);
  CHECK_FALSE(from.ended());
  CHECK(from.text() == "ab");
  CHECK(from.ended());
  CHECK(from.number<std::uint32_t>() == 0);
  CHECK_FALSE(from.fits());
}
