#include "models/structure_words.h"

namespace models {
namespace {

template <class List>
void put(const List& list, std::vector<std::uint32_t>& words) {
  words.push_back(static_cast<std::uint32_t>(list.size()));
  for (const auto value : list) words.push_back(value);
}

class Reader {
 public:
  explicit Reader(std::span<const std::uint32_t> words) : words_(words) {}

  std::uint32_t one(std::uint32_t most) {
    if (words_.empty() || words_.front() > most) return fail();
    const std::uint32_t word = words_.front();
    words_ = words_.subspan(1);
    return word;
  }
  template <class List>
  void list(std::uint32_t most, List& values) {
    const std::uint32_t size = one(~0u);
    if (size > words_.size()) {
      fail();
      return;
    }
    values.resize(size);
    for (auto& value : values) {
      value = static_cast<typename List::value_type>(one(most));
    }
  }
  bool done() const { return sound_ && words_.empty(); }

 private:
  std::uint32_t fail() {
    sound_ = false;
    words_ = {};
    return 0;
  }
  std::span<const std::uint32_t> words_;
  bool sound_ = true;
};

constexpr std::uint32_t kByte = 0xff, kHalf = 0xffff;

}  // namespace

std::vector<std::uint32_t> words_of(const Structure& s) {
  std::vector<std::uint32_t> words{s.periods, s.teachers, s.grades, s.self_contained};
  put(s.people.grade, words);
  for (const auto& membership : s.people.membership) put(membership, words);
  words.push_back(static_cast<std::uint32_t>(s.sections.size()));
  for (const Section& section : s.sections) {
    for (const std::uint32_t x : {std::uint32_t{section.teacher}, std::uint32_t{section.subject},
                                  std::uint32_t{section.period}, std::uint32_t{section.advanced},
                                  std::uint32_t{section.grade}}) {
      words.push_back(x);
    }
  }
  put(s.first_member, words);
  put(s.members, words);
  put(s.first_friend, words);
  put(s.friends, words);
  return words;
}

std::optional<Structure> structure_in(std::span<const std::uint32_t> words) {
  Reader r(words);
  Structure s;
  s.periods = r.one(kMaxPeriods);
  s.teachers = r.one(kHalf);
  s.grades = r.one(kByte);
  s.self_contained = r.one(1);
  r.list(kByte, s.people.grade);
  for (auto& membership : s.people.membership) r.list(kByte, membership);
  const std::uint32_t sections = r.one(kHalf);
  for (std::uint32_t k = 0; k < sections; ++k) {
    Section section;
    section.teacher = static_cast<std::uint16_t>(r.one(kHalf));
    section.subject = static_cast<std::uint8_t>(r.one(kByte));
    section.period = static_cast<std::uint8_t>(r.one(kByte));
    section.advanced = static_cast<std::uint8_t>(r.one(1));
    section.grade = static_cast<std::uint8_t>(r.one(kByte));
    s.sections.push_back(section);
  }
  r.list(~0u, s.first_member);
  r.list(kHalf, s.members);
  r.list(~0u, s.first_friend);
  r.list(kHalf, s.friends);
  if (!r.done() || !is_sound(s)) return {};
  return s;
}

}  // namespace models
