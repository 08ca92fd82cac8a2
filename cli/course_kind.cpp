// What a course is about: by the first two digits of its SCED code (School Courses for the Exchange
// of Data), else by words of its subjects, else by words of its title. The lists of words are ours.

#include <algorithm>
#include <array>
#include <cctype>

#include "cli/roster_file.h"

namespace cli {
namespace {

enum Subject : std::uint8_t { english, mathematics, science, social, languages, arts, other };

/// Words in lower case, each with a space before and after.
std::string plain(const std::string& text) {
  std::string words = " ";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0) {
      words += static_cast<char>(std::tolower(byte));
    } else if (words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

struct Word {
  std::string_view text;  ///< as a whole word; of several words, in this order
  Subject subject;
};

// The first that is found decides: narrower words come before wider ones.
constexpr std::array<Word, 75> kWords{{{"computer science", other},
                                       {"social science", social},
                                       {"political science", social},
                                       {"social studies", social},
                                       {"language arts", english},
                                       {"physical education", other},
                                       {"sign language", languages},
                                       {"world language", languages},
                                       {"world languages", languages},
                                       {"foreign language", languages},
                                       {"home economics", other},
                                       {"martial arts", other},
                                       {"culinary arts", other},
                                       {"english", english},
                                       {"ela", english},
                                       {"literature", english},
                                       {"literacy", english},
                                       {"reading", english},
                                       {"writing", english},
                                       {"composition", english},
                                       {"math", mathematics},
                                       {"maths", mathematics},
                                       {"mathematics", mathematics},
                                       {"algebra", mathematics},
                                       {"geometry", mathematics},
                                       {"precalculus", mathematics},
                                       {"calculus", mathematics},
                                       {"trigonometry", mathematics},
                                       {"statistics", mathematics},
                                       {"science", science},
                                       {"sciences", science},
                                       {"biology", science},
                                       {"chemistry", science},
                                       {"physics", science},
                                       {"anatomy", science},
                                       {"astronomy", science},
                                       {"geology", science},
                                       {"history", social},
                                       {"civics", social},
                                       {"government", social},
                                       {"geography", social},
                                       {"economics", social},
                                       {"psychology", social},
                                       {"sociology", social},
                                       {"spanish", languages},
                                       {"french", languages},
                                       {"german", languages},
                                       {"latin", languages},
                                       {"chinese", languages},
                                       {"mandarin", languages},
                                       {"japanese", languages},
                                       {"korean", languages},
                                       {"arabic", languages},
                                       {"russian", languages},
                                       {"italian", languages},
                                       {"portuguese", languages},
                                       {"languages", languages},
                                       {"art", arts},
                                       {"arts", arts},
                                       {"music", arts},
                                       {"band", arts},
                                       {"choir", arts},
                                       {"chorus", arts},
                                       {"orchestra", arts},
                                       {"theatre", arts},
                                       {"theater", arts},
                                       {"drama", arts},
                                       {"dance", arts},
                                       {"ceramics", arts},
                                       {"painting", arts},
                                       {"drawing", arts},
                                       {"photography", arts},
                                       {"guitar", arts},
                                       {"piano", arts},
                                       {"sculpture", arts}}};

constexpr std::array<std::string_view, 10> kAdvanced{
    "ap", "ib", "honors", "honours", "advanced", "accelerated", "gifted", "dual", "hl", "hon"};

bool has_word(const std::string& words, std::string_view word) {
  return words.find(' ' + std::string(word) + ' ') != std::string::npos;
}

bool find_word(const std::string& text, CourseKind& kind) {
  const std::string words = plain(text);
  for (const Word& word : kWords) {
    if (!has_word(words, word.text)) continue;
    kind.subject = word.subject;
    kind.known = true;
    return true;
  }
  return false;
}

bool find_code(const std::string& codes, CourseKind& kind) {
  for (const std::string& code : list_of(codes)) {
    if (code.size() < 2 ||
        !std::all_of(code.begin(), code.begin() + 2, [](char c) { return c >= '0' && c <= '9'; })) {
      continue;
    }
    switch ((code[0] - '0') * 10 + (code[1] - '0')) {
      case 1:
        kind.subject = english;
        break;
      case 2:
        kind.subject = mathematics;
        break;
      case 3:
        kind.subject = science;
        break;
      case 4:
        kind.subject = social;
        break;
      case 5:
        kind.subject = arts;
        break;
      case 6:
      case 24:
        kind.subject = languages;
        break;
      default:
        kind.subject = other;
        break;
    }
    kind.known = true;
    return true;
  }
  return false;
}

}  // namespace

CourseKind kind_of_course(const std::string& codes, const std::string& subjects,
                          const std::string& title) {
  CourseKind kind;
  if (!find_code(codes, kind) && !find_word(subjects, kind)) find_word(title, kind);
  const std::string words = plain(title);
  kind.advanced = std::any_of(kAdvanced.begin(), kAdvanced.end(),
                              [&](std::string_view word) { return has_word(words, word); });
  return kind;
}

}  // namespace cli
